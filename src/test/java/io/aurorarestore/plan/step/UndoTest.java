package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertUndo;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.DeleteCluster;
import io.aurorarestore.command.DeleteInstance;
import io.aurorarestore.command.DeleteSnapshot;
import io.aurorarestore.command.DropMasterVersion;
import io.aurorarestore.command.RenameCluster;
import io.aurorarestore.command.SetProtection;
import io.aurorarestore.engine.A;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Seen;
import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ClusterSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A step's second half deletes only what is known to be this restore's: by name, tag and resource id. */
class UndoTest {

    private final Restore staged = A.staged(StepName.RESTORE_CLUSTER);
    private final String staging = staged.names().staging();
    private final Cluster ours = A.cluster(staging, "available", A.OURS);

    @Test
    void our_copy_of_the_snapshot_is_deleted() {
        Restore fresh = A.restore(StepName.COPY_SNAPSHOT);
        String copy = fresh.names().copy();
        Restore copied = A.owning(fresh, ResourceKind.SNAPSHOT, copy, A.HOME.snapshotArn(copy));
        Snapshot made = A.snapshot(A.HOME.snapshotArn(copy), "available", A.NOW, Optional.empty(), A.OURS);
        Snapshot anothers = A.snapshot(A.HOME.snapshotArn(copy), "available", A.NOW, Optional.empty(), A.STRANGERS);
        CopySnapshot step = new CopySnapshot(A.HOME);

        assertThat(assertUndo(step, copied, Seen.snapshots(made))
                        .acts(DeleteSnapshot.class)
                        .snapshot())
                .isEqualTo(copy);
        assertUndo(step, copied, Seen.snapshots(anothers)).waitsFor("no copy");
        assertUndo(step, fresh, Seen.nothing()).isDone();
    }

    @Test
    void the_staging_cluster_is_deleted_when_its_instances_are_going() {
        RestoreCluster step = new RestoreCluster(A.HOME);
        Instance writer = A.instance(staged.names().instance(1), "available", A.OURS);
        Instance going = A.instance(staged.names().instance(1), "deleting", A.OURS);

        assertThat(assertUndo(step, staged, seen(ours, writer))
                        .acts(DeleteInstance.class)
                        .instance())
                .isEqualTo(writer.name());
        assertThat(assertUndo(step, staged, seen(ours, going)).acts(DeleteCluster.class))
                .isEqualTo(new DeleteCluster(staging, ours.resourceId(), false));
        assertUndo(step, staged, seen(A.cluster(staging, "deleting", A.OURS))).waitsFor("deleting");
    }

    @Test
    void a_cluster_of_our_name_with_another_resource_id_is_left_alone() {
        Cluster other = A.cluster(staging, "cluster-OTHER", "available", A.OURS);

        assertUndo(new RestoreCluster(A.HOME), staged, seen(other)).isDone();
    }

    @Test
    void a_cluster_of_our_name_without_our_tag_is_left_alone() {
        assertUndo(new RestoreCluster(A.HOME), staged, seen(A.cluster(staging, "available", A.STRANGERS)))
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
                ClusterSettings.builder().deletionProtection(true).build(),
                Optional.empty(),
                Optional.empty(),
                A.OURS,
                Set.of(),
                Optional.empty());

        assertThat(assertUndo(new RestoreCluster(A.HOME), staged, seen(shielded))
                        .acts(SetProtection.class))
                .isEqualTo(new SetProtection(staging, false));
    }

    @Test
    void a_cluster_that_may_still_appear_is_waited_for() {
        assertUndo(new RestoreCluster(A.HOME), staged, Seen.nothing()).waitsFor("staging cluster");
    }

    @Test
    void readers_are_deleted_before_the_writer() {
        Instance writer = A.instance(staged.names().instance(1), "available", A.OURS);
        Instance reader = A.instance(staged.names().instance(2), "available", A.OURS);
        CreateInstances step = new CreateInstances(A.HOME);

        assertThat(assertUndo(step, staged, Seen.instances(writer, reader))
                        .acts(DeleteInstance.class)
                        .instance())
                .isEqualTo(reader.name());
        assertUndo(step, staged, Seen.instances(A.instance("theirs", "available", A.STRANGERS)))
                .isDone();
    }

    @Test
    void the_staged_password_is_dropped_once() {
        ResetCredentials step = new ResetCredentials();

        DropMasterVersion drop = assertUndo(step, staged, Seen.nothing()).acts(DropMasterVersion.class);
        assertThat(drop.by()).isEqualTo(staged.id());
        assertThat(drop.secret()).isEqualTo(staged.masterSecret());
        assertThat(drop.version()).isEqualTo(staged.masterVersion());
        assertUndo(step, A.acted(staged, drop.key()), Seen.nothing()).isDone();
    }

    @Test
    void a_promoted_cluster_gets_its_staging_name_back() {
        PromoteNew step = new PromoteNew(A.HOME);
        Cluster promoted = A.renamed(ours, "orders-drill", A.OURS);

        assertThat(assertUndo(step, staged, Seen.clusters(promoted)).acts(RenameCluster.class))
                .isEqualTo(new RenameCluster("orders-drill", staging));
        assertUndo(step, staged, Seen.clusters(ours)).isDone();
        assertUndo(step, staged, Seen.clusters(A.cluster("orders-drill", "available", A.STRANGERS), ours))
                .isDone();
        assertUndo(step, staged, Seen.nothing()).waitsFor("restored cluster");
    }

    private static Observed seen(Cluster cluster, Instance... instances) {
        return new Observed(
                A.NOW,
                List.of(),
                List.of(cluster),
                List.of(instances),
                io.aurorarestore.model.aws.Surroundings.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
