package io.aurorarestore.local.rds.wire;

import java.util.List;
import java.util.Map;

/** The operations on the roles that clusters may assume. */
final class RoleOperations {

    private RoleOperations() {}

    static Map<String, Operation> all() {
        return Map.of("AddRoleToDBCluster", RoleOperations::add, "RemoveRoleFromDBCluster", RoleOperations::remove);
    }

    private static Operation.Call add(Form form) {
        String cluster = form.required("DBClusterIdentifier");
        String role = form.required("RoleArn");
        String feature = form.text("FeatureName");
        return region -> {
            region.roles().add(cluster, role, feature);
            return List.of();
        };
    }

    private static Operation.Call remove(Form form) {
        String cluster = form.required("DBClusterIdentifier");
        String role = form.required("RoleArn");
        String feature = form.text("FeatureName");
        return region -> {
            region.roles().remove(cluster, role, feature);
            return List.of();
        };
    }
}
