package io.aurorarestore.plan.step;

import io.aurorarestore.engine.Observed;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.ClusterFeature;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        List<String> warnings = new ArrayList<>(new RelationWarnings(restore, old, seen.surroundings()).all());
        if (old.features().contains(ClusterFeature.ACTIVITY_STREAM)) {
            warnings.add("The database activity stream of " + old.name()
                    + " stays with the old cluster: start one on the new cluster, aws rds start-activity-stream"
                    + " --resource-arn " + old.arn() + " --mode async --kms-key-id KEY --apply-immediately.");
        }
        if (old.features().contains(ClusterFeature.EXPRESS)) {
            warnings.add(
                    "Cluster " + old.name() + " has no DB subnet group, as one made with express configuration: the new"
                            + " cluster is in a VPC, and clients from elsewhere do not reach it. To make an empty one with"
                            + " express configuration: aws rds create-db-cluster --with-express-configuration.");
        }
        if (old.settings().iamAuthentication().orElse(false)) {
            warnings.add("IAM policies for rds-db:connect that name " + old.resourceId()
                    + " do not fit the new cluster, whose resource id is another. After the swap it is told by aws rds"
                    + " describe-db-clusters --db-cluster-identifier " + old.name()
                    + " --query DBClusters[0].DbClusterResourceId; name it in each of them: aws iam"
                    + " create-policy-version --policy-arn POLICY --policy-document FILE --set-as-default.");
        }
        old.managedSecret().map(arn -> secret(restore, arn)).ifPresent(warnings::add);
        if (restore.renewsCertificate()) {
            warnings.add("The certificate is to be renewed: after the rename " + old.name()
                    + " is stopped and started, some 10 to 30 minutes in which nobody serves as it.");
        }
        warnings.addAll(new ScalingWarnings(restore, seen.surroundings().scaling()).all());
        warnings.addAll(placedElsewhere(restore, seen));
        warnings.addAll(taggedOtherwise(restore, old));
        warnings.add(
                restore.keepsInstanceNames()
                        ? "The new instances get the names of the old ones once the new cluster serves: RDS restarts each"
                                + " of them for it, the writer last."
                        : namedElsewhere(old));
        warnings.add("Infrastructure-as-code state still means the old cluster of " + old.name()
                + " and its instances. With Terraform: terraform state rm ADDRESS and terraform import ADDRESS NAME, for"
                + " the cluster and each instance.");
        return warnings;
    }

    private static String namedElsewhere(Cluster old) {
        return "Alarms and dashboards on the instances of " + old.name()
                + " still mean the old ones. Find them: aws cloudwatch describe-alarms --query"
                + " \"MetricAlarms[?Dimensions[?Name=='DBInstanceIdentifier']].AlarmName\"; make each anew for the new"
                + " instance: aws cloudwatch put-metric-alarm. With \"instanceNames\": \"keep\" the names stay.";
    }

    /** Where they are too many to be kept: an instance then has its cluster's. */
    private static List<String> taggedOtherwise(Restore restore, Cluster old) {
        boolean kept = restore.outputs().predecessor().map(Predecessor::lasting).orElse(List.of()).stream()
                .allMatch(one -> one.tags().isPresent());
        return kept
                ? List.of()
                : List.of("The tags of the instances of " + old.name()
                        + " are more than 64 KB together: the new instances get those of the cluster instead. Tag them"
                        + " anew: aws rds add-tags-to-resource --resource-name ARN --tags Key=KEY,Value=VALUE.");
    }

    private static List<String> placedElsewhere(Restore restore, Observed seen) {
        return restore.outputs().predecessor().map(Predecessor::lasting).orElse(List.of()).stream()
                .filter(one -> zone(one.settings()).isEmpty())
                .flatMap(one -> seen.instance(one.name()).stream())
                .flatMap(one -> zone(one.settings())
                        .map(zone -> "The instance in the place of " + one.name() + " is put where RDS likes, not in "
                                + zone + ": RDS does not have its class there, or the cluster is in other subnets.")
                        .stream())
                .toList();
    }

    private static Optional<String> zone(ClusterSettings instance) {
        return instance.attributes().text(Attribute.AVAILABILITY_ZONES);
    }

    private static String secret(Restore restore, String arn) {
        return "The secret " + arn + " that RDS manages stays with the old cluster; "
                + (restore.managedSecret()
                        ? "RDS makes another for the new one, with another ARN."
                        : "the master password of the new one is in " + restore.masterSecret() + ".");
    }
}
