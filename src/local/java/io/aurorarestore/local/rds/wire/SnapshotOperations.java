package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.rds.CreateSnapshot;
import io.aurorarestore.local.rds.DescribeSnapshots;
import io.aurorarestore.local.rds.SnapshotCopy;
import java.util.Map;
import software.amazon.awssdk.services.rds.model.CopyDbClusterSnapshotResponse;
import software.amazon.awssdk.services.rds.model.CreateDbClusterSnapshotResponse;
import software.amazon.awssdk.services.rds.model.DeleteDbClusterSnapshotResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;

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
                QueryParameters.filters(form),
                QueryParameters.page(form));
        form.ignore("IncludePublic");
        return region -> {
            var page = region.snapshots().describe(query);
            return DescribeDbClusterSnapshotsResponse.builder()
                    .dbClusterSnapshots(Shown.all(page, Shown::snapshot))
                    .marker(page.marker());
        };
    }

    private static Operation.Call create(Form form) {
        CreateSnapshot request = new CreateSnapshot(
                form.required("DBClusterSnapshotIdentifier"),
                form.required("DBClusterIdentifier"),
                QueryParameters.tags(form));
        return region -> CreateDbClusterSnapshotResponse.builder()
                .dbClusterSnapshot(Shown.snapshot(region.snapshots().create(request)));
    }

    /** The presigned URL, by which AWS once let the source region know who asks, is not needed. */
    private static Operation.Call copy(Form form) {
        SnapshotCopy request = new SnapshotCopy(
                form.required("SourceDBClusterSnapshotIdentifier"),
                form.required("TargetDBClusterSnapshotIdentifier"),
                form.text("KmsKeyId"),
                form.isSet("CopyTags"),
                QueryParameters.tags(form));
        form.ignore("PreSignedUrl", "DestinationRegion", "SourceRegion");
        return region -> CopyDbClusterSnapshotResponse.builder()
                .dbClusterSnapshot(Shown.snapshot(region.snapshots().copy(request)));
    }

    private static Operation.Call delete(Form form) {
        String id = form.required("DBClusterSnapshotIdentifier");
        return region -> DeleteDbClusterSnapshotResponse.builder()
                .dbClusterSnapshot(Shown.snapshot(region.snapshots().delete(id)));
    }
}
