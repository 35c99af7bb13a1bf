package io.aurorarestore.plan.step;

import io.aurorarestore.engine.Observed;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.ClusterFeature;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ReplaceMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Warns of what goes by a cluster's resource id, or by its instances' names, and so does not follow when the cluster
 * is replaced.
 */
public final class RenameWarnings {

    private RenameWarnings() {}

    public static List<String> of(Restore restore, Observed seen) {
        return restore.replace() == ReplaceMode.REFUSE
                ? List.of()
                : seen.cluster(restore.target())
                        .map(old -> of(restore, old, seen))
                        .orElse(List.of());
    }

    private static List<String> of(Restore restore, Cluster old, Observed seen) {
        List<String> warnings = new ArrayList<>();
        seen.surroundings()
                .customEndpoints()
                .forEach(name -> warnings.add("Custom endpoint " + name + " stays with the old cluster."));
        seen.surroundings()
                .integrations()
                .forEach(name -> warnings.add("Zero-ETL integration " + name + " stays with the old cluster."));
        if (old.features().contains(ClusterFeature.ACTIVITY_STREAM)) {
            warnings.add("The database activity stream of " + old.name()
                    + " stays with the old cluster: start one on the new cluster.");
        }
        if (old.features().contains(ClusterFeature.EXPRESS)) {
            warnings.add(
                    "Cluster " + old.name() + " has no DB subnet group, as one made with express configuration: the new"
                            + " cluster is in a VPC, and clients from elsewhere do not reach it.");
        }
        if (old.settings().iamAuthentication().orElse(false)) {
            warnings.add("IAM policies for rds-db:connect that name " + old.resourceId()
                    + " do not fit the new cluster, whose resource id is another.");
        }
        old.managedSecret().map(arn -> secret(restore, arn)).ifPresent(warnings::add);
        if (restore.renewsCertificate()) {
            warnings.add("The certificate is to be renewed: after the rename " + old.name()
                    + " is stopped and started, some 10 to 30 minutes in which nobody serves as it.");
        }
        if (restore.keepsInstanceNames()) {
            warnings.add(
                    "The new instances get the names of the old ones once the new cluster serves: RDS restarts each"
                            + " of them for it, the writer last.");
        }
        warnings.add("Application Auto Scaling targets, alarms and dashboards on the instances of " + old.name()
                + " and infrastructure-as-code state still mean the old ones.");
        return warnings;
    }

    private static String secret(Restore restore, String arn) {
        return "The secret " + arn + " that RDS manages stays with the old cluster; "
                + (restore.managedSecret()
                        ? "RDS makes another for the new one, with another ARN."
                        : "the master password of the new one is in " + restore.masterSecret() + ".");
    }
}
