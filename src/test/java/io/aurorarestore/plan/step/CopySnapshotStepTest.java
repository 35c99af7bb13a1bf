package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.ObservedBuilder;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ArchiveMode;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import io.aurorarestore.model.settings.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CopySnapshotStepTest {

    private final CopySnapshotStep step = new CopySnapshotStep(TestData.HOME);
    private final Snapshot elsewhere = TestData.snapshot(TestData.SOURCE_ARN, "available");
    private final Restore fresh = TestData.located(StepName.COPY_SNAPSHOT, TestData.settings(), elsewhere);
    private final String copyArn = TestData.HOME.snapshotArn(fresh.names().copy());
    private final Restore begun =
            TestData.owning(fresh, ResourceKind.SNAPSHOT, fresh.names().copy(), copyArn);

    @Test
    void a_snapshot_at_home_is_used_in_place() {
        Snapshot athome = TestData.snapshot(TestData.LOCAL_ARN, "available");
        Restore restore = TestData.located(StepName.COPY_SNAPSHOT, TestData.settings(), athome);

        Restore after = assertDecision(step, restore, ObservedBuilder.nothing()).isSkipped();

        assertThat(after.outputs().restorable()).isEqualTo(athome);
    }

    @Test
    void nothing_is_looked_up_before_the_first_try() {
        assertThat(step.describe(fresh)).isEmpty();
        assertThat(step.describe(TestData.acted(begun, "copy")))
                .containsExactly(
                        new Describe.AtSnapshot("us-east-1", fresh.names().copy()));
    }

    @Test
    void a_copy_that_was_refused_waits_while_five_others_are_made() {
        assertDecision(step, begun, ObservedBuilder.snapshots(copiesInProgress(5)))
                .waitsFor("one of 5 copies to be done");
        assertDecision(step, begun, ObservedBuilder.snapshots(copiesInProgress(4)))
                .acts(io.aurorarestore.command.CopySnapshot.class);
        assertThat(step.describe(begun)).containsExactly(new Describe.AtManualSnapshots());
    }

    private static Snapshot[] copiesInProgress(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> TestData.copied("copy-" + number, TestData.NOW, TestData.SOURCE_ARN))
                .map(one -> new Snapshot(
                        one.id(),
                        one.arn(),
                        one.cluster(),
                        "copying",
                        20,
                        one.createdAt(),
                        one.engine(),
                        one.engineVersion(),
                        one.masterUser(),
                        one.kmsKeyId(),
                        one.encrypted(),
                        one.copiedFrom(),
                        one.type(),
                        one.clusterResourceId(),
                        one.tags(),
                        Optional.empty()))
                .toArray(Snapshot[]::new);
    }

    @Test
    void one_of_another_region_is_copied_with_our_tags() {
        var command = assertDecision(step, fresh, ObservedBuilder.nothing())
                .acts(io.aurorarestore.command.CopySnapshot.class);

        assertThat(command.sourceArn()).isEqualTo(TestData.SOURCE_ARN);
        assertThat(command.sourceRegion()).isEqualTo("us-west-2");
        assertThat(command.kmsKeyId()).isEmpty();
        assertThat(command.tags()).containsEntry(Ownership.RESTORE_TAG, TestData.ID.value());
        assertThat(command.creates(TestData.HOME)).get().extracting("arn").isEqualTo(copyArn);
    }

    @Test
    void an_encrypted_one_is_copied_with_the_profiles_key() {
        Settings keyed = TestData.settings(0, ArchiveMode.TAG, Optional.of("key-east"));
        Snapshot encrypted =
                TestData.snapshot(TestData.SOURCE_ARN, "available", TestData.NOW, Optional.of("key-west"), Map.of());

        var command = assertDecision(
                        step, TestData.located(StepName.COPY_SNAPSHOT, keyed, encrypted), ObservedBuilder.nothing())
                .acts(io.aurorarestore.command.CopySnapshot.class);

        assertThat(command.kmsKeyId()).contains("key-east");
    }

    @Test
    void a_copy_that_was_begun_but_is_not_there_is_begun_again() {
        assertDecision(step, begun, ObservedBuilder.nothing()).acts(io.aurorarestore.command.CopySnapshot.class);
    }

    @Test
    void the_copy_is_waited_for() {
        assertDecision(step, begun, ObservedBuilder.snapshots(copy("copying", TestData.OURS)))
                .waitsFor("copying at 50 %");
    }

    @Test
    void a_status_nobody_knows_is_waited_for() {
        assertDecision(step, begun, ObservedBuilder.snapshots(copy("polishing", TestData.OURS)))
                .waitsFor("polishing");
    }

    @Test
    void the_finished_copy_is_what_is_restored() {
        Snapshot copy = copy("available", TestData.OURS);

        Restore after =
                assertDecision(step, begun, ObservedBuilder.snapshots(copy)).isDone();

        assertThat(after.outputs().usable()).contains(copy);
    }

    @Test
    void a_failed_copy_fails() {
        assertDecision(step, begun, ObservedBuilder.snapshots(copy("failed", TestData.OURS)))
                .failsWith(FailureCode.SNAPSHOT_COPY_FAILED);
    }

    @Test
    void a_strangers_snapshot_of_that_name_is_not_adopted() {
        Restore after = assertDecision(step, begun, ObservedBuilder.snapshots(copy("available", TestData.STRANGERS)))
                .failsWith(FailureCode.NAME_TAKEN);

        assertThat(after.resources().isEmpty()).isTrue();
    }

    @Test
    void one_that_would_go_with_the_cluster_that_is_deleted_first_is_copied_with_its_own_key() {
        var command = assertDecision(step, endangered(Optional.of("its-key")), ObservedBuilder.nothing())
                .acts(io.aurorarestore.command.CopySnapshot.class);

        assertThat(command.kmsKeyId()).contains("its-key");
        assertThat(command.description()).contains("since it would be deleted with its cluster");
    }

    @Test
    void a_manual_one_of_that_cluster_and_one_of_a_cluster_that_stays_are_used_in_place() {
        Restore clearing = endangered(Optional.empty());
        Snapshot itsOwn = clearing.outputs().snapshot().orElseThrow();
        Snapshot manual = TestData.snapshot(TestData.HOME.snapshotArn("by-hand"), "available");
        Snapshot ofAnother =
                TestData.automated(TestData.HOME.snapshotArn("rds:orders-prod-1"), "orders-prod", "cluster-PROD");

        assertDecision(step, clearing.with(clearing.outputs().withSource(manual)), ObservedBuilder.nothing())
                .isSkipped();
        assertDecision(step, clearing.with(clearing.outputs().withSource(ofAnother)), ObservedBuilder.nothing())
                .isSkipped();
        Restore swap = PredecessorFixture.replaced(StepName.COPY_SNAPSHOT, ReplaceMode.SWAP, Retirement.DELETE, false);
        assertDecision(step, swap.with(swap.outputs().withSource(itsOwn)), ObservedBuilder.nothing())
                .isSkipped();
    }

    @Test
    void it_is_known_by_the_clusters_resource_id_whatever_that_was_called_then() {
        Restore clearing = endangered(Optional.empty());
        Snapshot before = TestData.automated(TestData.HOME.snapshotArn("rds:ar-x-new-1"), "ar-x-new", "cluster-OLD");

        assertDecision(step, clearing.with(clearing.outputs().withSource(before)), ObservedBuilder.nothing())
                .acts(io.aurorarestore.command.CopySnapshot.class);
    }

    private static Restore endangered(Optional<String> key) {
        Restore clearing =
                PredecessorFixture.replaced(StepName.COPY_SNAPSHOT, ReplaceMode.DELETE_FIRST, Retirement.KEEP, false);
        Snapshot plain = TestData.automated(
                TestData.HOME.snapshotArn("rds:orders-drill-1"), PredecessorFixture.TARGET, "cluster-OLD");
        return clearing.with(clearing.outputs().withSource(TestData.encrypted(plain, key)));
    }

    private Snapshot copy(String status, Map<String, String> tags) {
        return TestData.snapshot(copyArn, status, TestData.NOW, Optional.empty(), tags);
    }
}
