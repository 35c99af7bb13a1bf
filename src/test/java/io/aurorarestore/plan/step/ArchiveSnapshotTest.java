package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.DeleteSnapshot;
import io.aurorarestore.command.Tag;
import io.aurorarestore.engine.ObservedBuilder;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ArchiveMode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArchiveSnapshotTest {

    private final ArchiveSnapshot step = new ArchiveSnapshot(TestData.HOME);

    @Test
    void without_a_copy_there_is_nothing_to_do() {
        assertDecision(step, TestData.staged(StepName.ARCHIVE_SNAPSHOT), ObservedBuilder.nothing())
                .isSkipped();
    }

    @Test
    void the_copy_may_stay_as_it_is() {
        Restore restore = copied(ArchiveMode.KEEP);

        assertDecision(step, restore, ObservedBuilder.snapshots(copy(restore, TestData.OURS)))
                .isDone();
    }

    @Test
    void the_copy_is_tagged_as_an_archive() {
        Restore restore = copied(ArchiveMode.TAG);

        Tag command = assertDecision(step, restore, ObservedBuilder.snapshots(copy(restore, TestData.OURS)))
                .acts(Tag.class);

        assertThat(command.tags()).containsEntry(Ownership.STATE_TAG, Ownership.ARCHIVED);
        assertDecision(step, TestData.acted(restore, Tag.KEY), ObservedBuilder.nothing())
                .isDone();
    }

    @Test
    void the_copy_is_deleted_and_forgotten() {
        Restore restore = copied(ArchiveMode.DELETE);

        DeleteSnapshot command = assertDecision(step, restore, ObservedBuilder.snapshots(copy(restore, TestData.OURS)))
                .acts(DeleteSnapshot.class);
        Restore after = assertDecision(step, TestData.acted(restore, "delete"), ObservedBuilder.nothing())
                .isDone();

        assertThat(command.snapshot()).isEqualTo(restore.names().copy());
        assertThat(after.resources().of(arn(restore))).isEmpty();
    }

    @Test
    void a_strangers_snapshot_of_that_name_is_never_deleted() {
        Restore restore = copied(ArchiveMode.DELETE);

        assertDecision(step, restore, ObservedBuilder.snapshots(copy(restore, TestData.STRANGERS)))
                .isDone();
    }

    private static Restore copied(ArchiveMode archive) {
        Snapshot source = TestData.snapshot(TestData.SOURCE_ARN, "available");
        Restore restore =
                TestData.located(StepName.ARCHIVE_SNAPSHOT, TestData.settings(0, archive, Optional.empty()), source);
        return TestData.owning(restore, ResourceKind.SNAPSHOT, restore.names().copy(), arn(restore));
    }

    private static Snapshot copy(Restore restore, Map<String, String> tags) {
        return TestData.snapshot(arn(restore), "available", TestData.NOW, Optional.empty(), tags);
    }

    private static String arn(Restore restore) {
        return TestData.HOME.snapshotArn(restore.names().copy());
    }
}
