package io.aurorarestore.local.rds;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The roles that a region's clusters may assume, one a feature.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AddRoleToDBCluster.html">The API</a>
 */
public final class ClusterRoles {

    private final RegionState site;

    ClusterRoles(RegionState site) {
        this.site = site;
    }

    /** @param feature for instance {@code s3Import} */
    public void add(String cluster, String role, @Nullable String feature) {
        site.world().call("AddRoleToDBCluster", () -> {
            ClusterState to = available(cluster);
            List<Attached.Role> roles = new ArrayList<>(to.attached().roles());
            roles.add(new Attached.Role(role, free(role, feature, roles)));
            site.directory().relate(to, to.attached().withRoles(roles));
            return null;
        });
    }

    /** @param feature null for whichever it is */
    public void remove(String cluster, String role, @Nullable String feature) {
        site.world().call("RemoveRoleFromDBCluster", () -> {
            ClusterState from = available(cluster);
            List<Attached.Role> roles = new ArrayList<>(from.attached().roles());
            roles.remove(from.attached().role(role, feature).orElseThrow(() -> RdsRefusals.noRole(role, from.id())));
            site.directory().relate(from, from.attached().withRoles(roles));
            return null;
        });
    }

    private ClusterState available(String idOrArn) {
        ClusterState cluster = site.directory().cluster(idOrArn);
        if (!cluster.status().is(ResourceStatus.AVAILABLE)) {
            throw RdsRefusals.clusterState("DB cluster %s is in the %s state; it must be available."
                    .formatted(cluster.id(), cluster.status()));
        }
        return cluster;
    }

    private static String free(String role, @Nullable String feature, List<Attached.Role> roles) {
        if (feature == null) {
            throw RdsError.invalidValue("The feature-name parameter must be provided with the current operation for "
                    + "the Aurora (PostgreSQL) engine.");
        }
        if (roles.stream()
                .anyMatch(one -> one.arn().equals(role) || one.feature().equals(feature))) {
            throw RdsRefusals.roleExists(role, feature);
        }
        return feature;
    }
}
