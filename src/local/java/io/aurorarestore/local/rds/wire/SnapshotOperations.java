package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.rds.CreateSnapshot;
import io.aurorarestore.local.rds.DescribeSnapshots;
import io.aurorarestore.local.rds.SnapshotCopy;
import java.util.List;
import java.util.Map;

/** The operations on cluster snapshots. */
final class SnapshotOperations {

    private SnapshotOperations() {}

    static Map<String, Operation> all() {
        return Map.of(
                "DescribeDBClusterSnapshots", SnapshotOperations::describe,
                "CreateDBClusterSnapshot", SnapshotOperations::create,
                "CopyDBClusterSnapshot", SnapshotOperations::copy,
                "DeleteDBClusterSnapshot", SnapshotOperations::delete);
    }

    private static Operation.Call describe(Form form) {
        DescribeSnapshots query = new DescribeSnapshots(
                form.text("DBClusterSnapshotIdentifier"),
                form.text("DBClusterIdentifier"),
                form.text("DbClusterResourceId"),
                form.text("SnapshotType"),
                form.isSet("IncludeShared"),
                form.filters(),
                form.page());
        form.ignore("IncludePublic");
        return region -> SharedXml.page("DBClusterSnapshots", region.snapshots().describe(query), SnapshotXml::of);
    }

    private static Operation.Call create(Form form) {
        CreateSnapshot request = new CreateSnapshot(
                form.required("DBClusterSnapshotIdentifier"), form.required("DBClusterIdentifier"), form.tags());
        return region -> List.of(SnapshotXml.of(region.snapshots().create(request)));
    }

    /** The presigned URL, by which AWS once let the source region know who asks, is not needed. */
    private static Operation.Call copy(Form form) {
        SnapshotCopy request = new SnapshotCopy(
                form.required("SourceDBClusterSnapshotIdentifier"),
                form.required("TargetDBClusterSnapshotIdentifier"),
                form.text("KmsKeyId"),
                form.isSet("CopyTags"),
                form.tags());
        form.ignore("PreSignedUrl", "DestinationRegion", "SourceRegion");
        return region -> List.of(SnapshotXml.of(region.snapshots().copy(request)));
    }

    private static Operation.Call delete(Form form) {
        String id = form.required("DBClusterSnapshotIdentifier");
        return region -> List.of(SnapshotXml.of(region.snapshots().delete(id)));
    }
}
