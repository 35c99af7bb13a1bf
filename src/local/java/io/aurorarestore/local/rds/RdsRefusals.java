package io.aurorarestore.local.rds;

/** The errors of the RDS model in AWS's words; the codes are those of the API's service model. */
final class RdsRefusals {

    private RdsRefusals() {}

    static RdsError noCluster(String id) {
        return new RdsError("DBClusterNotFoundFault", 404, "DBCluster %s not found.".formatted(id));
    }

    static RdsError noBackup(String resourceId) {
        return new RdsError(
                "DBClusterAutomatedBackupNotFoundFault",
                404,
                "No automated backups found for the DB cluster resource id %s.".formatted(resourceId));
    }

    static RdsError noInstance(String id) {
        return new RdsError("DBInstanceNotFound", 404, "DBInstance %s not found.".formatted(id));
    }

    static RdsError noSnapshot(String id) {
        return new RdsError("DBClusterSnapshotNotFoundFault", 404, "DBClusterSnapshot not found: " + id);
    }

    static RdsError noSubnetGroup(String name) {
        return new RdsError("DBSubnetGroupNotFoundFault", 404, "DB subnet group '%s' does not exist.".formatted(name));
    }

    static RdsError noClusterParameterGroup(String name) {
        return new RdsError(
                "DBClusterParameterGroupNotFound", 404, "DBClusterParameterGroup not found: %s".formatted(name));
    }

    static RdsError noParameterGroup(String name) {
        return new RdsError("DBParameterGroupNotFound", 404, "DBParameterGroup not found: %s".formatted(name));
    }

    static RdsError clusterExists() {
        return new RdsError("DBClusterAlreadyExistsFault", 400, "DB Cluster already exists");
    }

    static RdsError instanceExists() {
        return new RdsError("DBInstanceAlreadyExists", 400, "DB instance already exists");
    }

    static RdsError snapshotExists(String id) {
        return new RdsError(
                "DBClusterSnapshotAlreadyExistsFault",
                400,
                "Cannot create the cluster snapshot because one with the identifier %s already exists.".formatted(id));
    }

    static RdsError clusterState(String message) {
        return new RdsError("InvalidDBClusterStateFault", 400, message);
    }

    static RdsError instanceState(String message) {
        return new RdsError("InvalidDBInstanceState", 400, message);
    }

    static RdsError snapshotState(String message) {
        return new RdsError("InvalidDBClusterSnapshotStateFault", 400, message);
    }

    static RdsError snapshotQuota(String message) {
        return new RdsError("SnapshotQuotaExceeded", 400, message);
    }

    static RdsError clusterQuota() {
        return new RdsError("DBClusterQuotaExceededFault", 403, "DB cluster quota exceeded.");
    }

    static RdsError instanceQuota() {
        return new RdsError("InstanceQuotaExceeded", 400, "Instance quota exceeded.");
    }

    static RdsError noRole(String role, String cluster) {
        return new RdsError(
                "DBClusterRoleNotFound",
                404,
                "Role ARN %s cannot be found for DB Cluster: %s.".formatted(role, cluster));
    }

    static RdsError roleExists(String role, String feature) {
        return new RdsError(
                "DBClusterRoleAlreadyExists",
                400,
                "Role ARN %s or another one is already associated for the feature %s.".formatted(role, feature));
    }

    static RdsError noGlobalCluster(String id) {
        return new RdsError("GlobalClusterNotFoundFault", 404, "GlobalCluster %s not found".formatted(id));
    }

    static RdsError noProxy(String name) {
        return new RdsError("DBProxyNotFoundFault", 404, "DBProxy %s not found.".formatted(name));
    }

    static RdsError noDeployment(String id) {
        return new RdsError(
                "BlueGreenDeploymentNotFoundFault", 404, "Blue/green deployment %s not found.".formatted(id));
    }

    static RdsError noIntegration(String id) {
        return new RdsError("IntegrationNotFoundFault", 404, "The integration %s was not found.".formatted(id));
    }

    static RdsError noCertificate(String id) {
        return new RdsError("CertificateNotFound", 404, "Certificate not found: " + id);
    }

    static RdsError noCapacity(String instanceClass, String zone) {
        return new RdsError(
                "InsufficientDBInstanceCapacity",
                400,
                "The requested DB instance class %s is not available in %s.".formatted(instanceClass, zone));
    }

    static RdsError storageType(String type, String version) {
        return new RdsError(
                "StorageTypeNotSupported",
                400,
                "The storage type %s is not supported with the engine version %s.".formatted(type, version));
    }

    static RdsError key(String key) {
        return new RdsError(
                "KMSKeyNotAccessibleFault",
                400,
                "The specified KMS key [%s] does not exist, is not enabled or you do not have permissions to access it."
                        .formatted(key));
    }
}
