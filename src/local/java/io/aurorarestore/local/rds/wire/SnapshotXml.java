package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.rds.DbSnapshot;

/** A snapshot as the protocol writes it. */
final class SnapshotXml {

    private SnapshotXml() {}

    static Element of(DbSnapshot snapshot) {
        var volume = snapshot.volume();
        var origin = snapshot.origin();
        return Element.of(
                "DBClusterSnapshot",
                SharedXml.zones(snapshot.arn()),
                Element.text("DBClusterSnapshotIdentifier", snapshot.id()),
                Element.text("DBClusterSnapshotArn", snapshot.arn()),
                Element.text("DBClusterIdentifier", origin.cluster()),
                Element.text("DbClusterResourceId", origin.resourceId()),
                Element.text("SourceDBClusterSnapshotArn", snapshot.copiedFrom()),
                Timestamps.of("SnapshotCreateTime", snapshot.created()),
                Timestamps.of("ClusterCreateTime", origin.created()),
                Element.text("Status", snapshot.status()),
                Element.text("PercentProgress", snapshot.percent()),
                Element.text("SnapshotType", snapshot.type()),
                Element.text("Engine", volume.engine()),
                Element.text("EngineMode", "provisioned"),
                Element.text("EngineVersion", volume.engineVersion()),
                Element.text("LicenseModel", "postgresql-license"),
                Element.text("MasterUsername", volume.masterUser()),
                Element.text("AllocatedStorage", volume.allocatedGib()),
                Element.text("StorageType", "aurora"),
                Element.text("StorageEncrypted", volume.encrypted()),
                Element.text("KmsKeyId", volume.kmsKeyId()),
                Element.text("Port", origin.port()),
                Element.text("IAMDatabaseAuthenticationEnabled", origin.iamAuthentication()),
                SharedXml.tags(snapshot.tags()));
    }
}
