package io.aurorarestore.aws.rds;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The errors that RDS's service model gives to the operations we call, by their wire codes. */
final class ModelledErrors {

    static final Map<String, List<String>> BY_OPERATION = Map.of(
            "DescribeDBClusterSnapshots", codes("DBClusterSnapshotNotFoundFault"),
            "DescribeDBClusters", codes("DBClusterNotFoundFault"),
            "DescribeDBInstances", codes("DBInstanceNotFound"),
            "CopyDBClusterSnapshot", codes("""
                    DBClusterSnapshotNotFoundFault InvalidDBClusterSnapshotStateFault InvalidDBClusterStateFault
                    SnapshotQuotaExceeded DBClusterSnapshotAlreadyExistsFault KMSKeyNotAccessibleFault"""),
            "DeleteDBClusterSnapshot", codes("DBClusterSnapshotNotFoundFault InvalidDBClusterSnapshotStateFault"),
            "RestoreDBClusterFromSnapshot", codes("""
                    DBClusterSnapshotNotFoundFault DBSubnetGroupDoesNotCoverEnoughAZs InvalidDBSnapshotState
                    DBClusterParameterGroupNotFound InsufficientDBInstanceCapacity InvalidSubnet
                    VpcEncryptionControlViolationException StorageTypeNotSupported OptionGroupNotFoundFault
                    InvalidDBClusterSnapshotStateFault DBClusterAlreadyExistsFault NetworkTypeNotSupported
                    InsufficientDBClusterCapacityFault StorageQuotaExceeded DomainNotFoundFault DBSnapshotNotFound
                    InsufficientStorageClusterCapacity InvalidDBInstanceState KMSKeyNotAccessibleFault
                    InvalidVPCNetworkStateFault DBSubnetGroupNotFoundFault InvalidRestoreFault
                    DBClusterQuotaExceededFault"""),
            "CreateDBInstance", codes("""
                    AuthorizationNotFound DBParameterGroupNotFound DBSubnetGroupDoesNotCoverEnoughAZs
                    InsufficientDBInstanceCapacity InvalidSubnet DBClusterNotFoundFault
                    VpcEncryptionControlViolationException ProvisionedIopsNotAvailableInAZFault
                    StorageTypeNotSupported OptionGroupNotFoundFault NetworkTypeNotSupported InstanceQuotaExceeded
                    StorageQuotaExceeded DomainNotFoundFault CertificateNotFound KMSKeyNotAccessibleFault
                    DBInstanceAlreadyExists TenantDatabaseQuotaExceeded DBSecurityGroupNotFound
                    InvalidVPCNetworkStateFault InvalidDBClusterStateFault DBSubnetGroupNotFoundFault"""),
            "ModifyDBCluster", codes("""
                    StorageQuotaExceeded DBParameterGroupNotFound DomainNotFoundFault InvalidDBInstanceState
                    KMSKeyNotAccessibleFault DBClusterParameterGroupNotFound DBInstanceAlreadyExists InvalidSubnet
                    DBClusterNotFoundFault VpcEncryptionControlViolationException InvalidDBSecurityGroupState
                    StorageTypeNotAvailableFault StorageTypeNotSupported OptionGroupNotFoundFault
                    InvalidVPCNetworkStateFault InvalidDBClusterStateFault DBClusterAlreadyExistsFault
                    InvalidGlobalClusterStateFault NetworkTypeNotSupported InvalidDBSubnetGroupStateFault
                    DBSubnetGroupNotFoundFault"""),
            "AddTagsToResource", codes("""
                    DBProxyNotFoundFault DBSnapshotTenantDatabaseNotFoundFault IntegrationNotFoundFault
                    TenantDatabaseNotFound BlueGreenDeploymentNotFoundFault DBSnapshotNotFound
                    DBProxyEndpointNotFoundFault InvalidDBClusterEndpointStateFault InvalidDBInstanceState
                    DBShardGroupNotFound DBClusterNotFoundFault DBInstanceNotFound
                    DBProxyTargetGroupNotFoundFault InvalidDBClusterStateFault"""));

    private ModelledErrors() {}

    static Stream<String> all() {
        return BY_OPERATION.values().stream().flatMap(List::stream).distinct();
    }

    static List<String> codes(String text) {
        return List.of(text.trim().split("\\s+"));
    }
}
