package io.aurorarestore.endtoend;

import static io.aurorarestore.endtoend.UserAccount.eventually;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.Tag;

/** The three clusters of {@code deploy/sandbox.yaml} in the local account, where there is no CloudFormation. */
record SandboxClusters(UserAccount account) {

    static final String OTHER_REGION = "us-west-2";
    private static final String SNAPSHOT = "before-sandbox";
    private static final Tag ALLOWED =
            Tag.builder().key("aurora-restore:allowed").value("true").build();

    void create() {
        RdsClient rds = account.rds(UserAccount.HOME);
        if (snapshots(UserAccount.HOME).noneMatch(SNAPSHOT::equals)) {
            rds.createDBClusterSnapshot(
                    ask -> ask.dbClusterIdentifier("orders-staging").dbClusterSnapshotIdentifier(SNAPSHOT));
            eventually(() -> account.snapshots(UserAccount.HOME).stream()
                    .filter(one -> one.dbClusterSnapshotIdentifier().equals(SNAPSHOT))
                    .filter(one -> one.status().equals("available"))
                    .findFirst()
                    .orElse(null));
        }
        create(rds, "aurora-sandbox-source", "alias/sandbox", List.of());
        create(rds, "aurora-sandbox-target", "alias/sandbox", List.of(ALLOWED));
        create(rds, "aurora-sandbox-plain", null, List.of());
    }

    private void create(RdsClient rds, String cluster, @Nullable String key, List<Tag> tags) {
        rds.restoreDBClusterFromSnapshot(ask -> ask.dbClusterIdentifier(cluster)
                .snapshotIdentifier(SNAPSHOT)
                .engine("aurora-postgresql")
                .kmsKeyId(key)
                .serverlessV2ScalingConfiguration(
                        scaling -> scaling.minCapacity(0.5).maxCapacity(1.0))
                .tags(tags));
        eventually(() -> account.cluster(cluster).status().equals("available") ? true : null);
        rds.createDBInstance(ask -> ask.dbInstanceIdentifier(cluster + "-1")
                .dbClusterIdentifier(cluster)
                .dbInstanceClass("db.serverless")
                .engine("aurora-postgresql")
                .tags(tags));
        eventually(() -> instances(rds)
                .filter(one -> one.equals(cluster + "-1 available"))
                .findFirst()
                .orElse(null));
    }

    private static Stream<String> instances(RdsClient rds) {
        return rds.describeDBInstances().dbInstances().stream()
                .map(one -> one.dbInstanceIdentifier() + " " + one.dbInstanceStatus());
    }

    /** All that the check makes, or is made for it, wherever it is. */
    List<String> left() {
        Stream<String> clusters = account.clusters(UserAccount.HOME).stream().map(DBCluster::dbClusterIdentifier);
        Stream<String> snapshots = Stream.of(UserAccount.HOME, OTHER_REGION).flatMap(this::snapshots);
        return Stream.of(clusters, snapshots, instances(account.rds(UserAccount.HOME)))
                .flatMap(some -> some)
                .filter(name -> name.contains("sandbox") && !name.equals(SNAPSHOT))
                .toList();
    }

    private Stream<String> snapshots(String region) {
        return account.snapshots(region).stream().map(DBClusterSnapshot::dbClusterSnapshotIdentifier);
    }
}
