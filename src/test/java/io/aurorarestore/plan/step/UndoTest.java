package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertUndo;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.DeleteCluster;
import io.aurorarestore.command.DeleteInstance;
import io.aurorarestore.command.DeleteSnapshot;
import io.aurorarestore.command.DropMasterVersion;
import io.aurorarestore.command.RenameCluster;
import io.aurorarestore.command.SetProtection;
import io.aurorarestore.command.StartCluster;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.ObservedBuilder;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A step's second half deletes only what is known to be this restore's: by name, tag and resource id. */
class UndoTest {

    private final Restore staged = TestData.staged(StepName.RESTORE_CLUSTER);
    private final String staging = staged.names().staging();
    private final Cluster ours = TestData.cluster(staging, "available", TestData.OURS);

    @Test
    void our_copy_of_the_snapshot_is_deleted() {
        Restore fresh = TestData.restore(StepName.COPY_SNAPSHOT);
        String copy = fresh.names().copy();
        Restore copied = TestData.owning(fresh, ResourceKind.SNAPSHOT, copy, TestData.HOME.snapshotArn(copy));
        Snapshot made = TestData.snapshot(
                TestData.HOME.snapshotArn(copy), "available", TestData.NOW, Optional.empty(), TestData.OURS);
        Snapshot anothers = TestData.snapshot(
                TestData.HOME.snapshotArn(copy), "available", TestData.NOW, Optional.empty(), TestData.STRANGERS);
        CopySnapshotStep step = new CopySnapshotStep(TestData.HOME);

        assertThat(assertUndo(step, copied, ObservedBuilder.snapshots(made))
                        .acts(DeleteSnapshot.class)
                        .snapshot())
                .isEqualTo(copy);
        assertUndo(step, copied, ObservedBuilder.snapshots(anothers)).waitsFor("no copy");
        assertUndo(step, fresh, ObservedBuilder.nothing()).isDone();
    }

    @Test
    void the_staging_cluster_is_deleted_when_its_instances_are_going() {
        RestoreClusterStep step = new RestoreClusterStep(TestData.HOME);
        Instance writer = TestData.instance(staged.names().instance(1), "available", TestData.OURS);
        Instance going = TestData.instance(staged.names().instance(1), "deleting", TestData.OURS);

        assertThat(assertUndo(step, staged, seen(ours, writer))
                        .acts(DeleteInstance.class)
                        .instance())
                .isEqualTo(writer.name());
        assertThat(assertUndo(step, staged, seen(ours, going)).acts(DeleteCluster.class))
                .isEqualTo(new DeleteCluster(staging, ours.resourceId(), false));
        assertUndo(step, staged, seen(TestData.cluster(staging, "deleting", TestData.OURS)))
                .waitsFor("deleting");
    }

    @Test
    void a_cluster_of_our_name_with_another_resource_id_is_left_alone() {
        Cluster other = TestData.cluster(staging, "cluster-OTHER", "available", TestData.OURS);

        assertUndo(new RestoreClusterStep(TestData.HOME), staged, seen(other)).isDone();
    }

    @Test
    void a_cluster_of_our_name_without_our_tag_is_left_alone() {
        assertUndo(
                        new RestoreClusterStep(TestData.HOME),
                        staged,
                        seen(TestData.cluster(staging, "available", TestData.STRANGERS)))
                .isDone();
    }

    @Test
    void protection_is_lifted_only_from_what_is_ours() {
        Cluster shielded = new Cluster(
                staging,
                ours.arn(),
                ours.resourceId(),
                "available",
                "postgres",
                new Endpoint("host", 5432),
                List.of(),
                ClusterSettings.builder()
                        .with(ClusterSetting.DELETION_PROTECTION, true)
                        .build(),
                Optional.empty(),
                Optional.empty(),
                TestData.OURS,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(assertUndo(new RestoreClusterStep(TestData.HOME), staged, seen(shielded))
                        .acts(SetProtection.class))
                .isEqualTo(new SetProtection(staging, false));
    }

    @Test
    void a_cluster_that_may_still_appear_is_waited_for() {
        assertUndo(new RestoreClusterStep(TestData.HOME), staged, ObservedBuilder.nothing())
                .waitsFor("staging cluster");
    }

    @Test
    void readers_are_deleted_before_the_writer() {
        Instance writer = TestData.instance(staged.names().instance(1), "available", TestData.OURS);
        Instance reader = TestData.instance(staged.names().instance(2), "available", TestData.OURS);
        CreateInstances step = new CreateInstances(TestData.HOME);

        assertThat(assertUndo(step, staged, ObservedBuilder.instances(writer, reader))
                        .acts(DeleteInstance.class)
                        .instance())
                .isEqualTo(reader.name());
        assertUndo(
                        step,
                        staged,
                        ObservedBuilder.instances(TestData.instance("theirs", "available", TestData.STRANGERS)))
                .isDone();
    }

    @Test
    void the_staged_password_is_dropped_once() {
        ResetCredentials step = new ResetCredentials();

        DropMasterVersion drop =
                assertUndo(step, staged, ObservedBuilder.nothing()).acts(DropMasterVersion.class);
        assertThat(drop.by()).isEqualTo(staged.id());
        assertThat(drop.secret()).isEqualTo(staged.masterSecret());
        assertThat(drop.version()).isEqualTo(staged.masterVersion());
        assertUndo(step, TestData.acted(staged, drop.key()), ObservedBuilder.nothing())
                .isDone();
    }

    @Test
    void a_promoted_cluster_gets_its_staging_name_back() {
        PromoteNew step = new PromoteNew(TestData.HOME);
        Cluster promoted = TestData.renamed(ours, "orders-drill", TestData.OURS);

        assertThat(assertUndo(step, staged, ObservedBuilder.clusters(promoted)).acts(RenameCluster.class))
                .isEqualTo(new RenameCluster("orders-drill", staging));
        assertUndo(step, staged, ObservedBuilder.clusters(stopped(promoted, "stopping")))
                .waitsFor("stopping");
        assertThat(assertUndo(step, staged, ObservedBuilder.clusters(stopped(promoted, "stopped")))
                        .acts(StartCluster.class))
                .isEqualTo(new StartCluster("orders-drill"));
        assertUndo(step, staged, ObservedBuilder.clusters(ours)).isDone();
        assertUndo(
                        step,
                        staged,
                        ObservedBuilder.clusters(
                                TestData.cluster("orders-drill", "available", TestData.STRANGERS), ours))
                .isDone();
        assertUndo(step, staged, ObservedBuilder.nothing()).waitsFor("restored cluster");
    }

    private static Cluster stopped(Cluster promoted, String status) {
        return TestData.cluster(promoted.name(), promoted.resourceId(), status, TestData.OURS);
    }

    private static Observed seen(Cluster cluster, Instance... instances) {
        return new Observed(
                TestData.NOW,
                List.of(),
                List.of(),
                List.of(cluster),
                List.of(instances),
                io.aurorarestore.model.aws.TargetDependencies.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
