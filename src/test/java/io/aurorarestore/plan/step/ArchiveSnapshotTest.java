package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.DeleteSnapshot;
import io.aurorarestore.command.Tag;
import io.aurorarestore.engine.A;
import io.aurorarestore.engine.Seen;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Archive;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArchiveSnapshotTest {

    private final ArchiveSnapshot step = new ArchiveSnapshot(A.HOME);

    @Test
    void without_a_copy_there_is_nothing_to_do() {
        assertDecision(step, A.staged(StepName.ARCHIVE_SNAPSHOT), Seen.nothing())
                .isSkipped();
    }

    @Test
    void the_copy_may_stay_as_it_is() {
        Restore restore = copied(Archive.KEEP);

        assertDecision(step, restore, Seen.snapshots(copy(restore, A.OURS))).isDone();
    }

    @Test
    void the_copy_is_tagged_as_an_archive() {
        Restore restore = copied(Archive.TAG);

        Tag command = assertDecision(step, restore, Seen.snapshots(copy(restore, A.OURS)))
                .acts(Tag.class);

        assertThat(command.tags()).containsEntry(Ownership.STATE_TAG, Ownership.ARCHIVED);
        assertDecision(step, A.acted(restore, Tag.KEY), Seen.nothing()).isDone();
    }

    @Test
    void the_copy_is_deleted_and_forgotten() {
        Restore restore = copied(Archive.DELETE);

        DeleteSnapshot command = assertDecision(step, restore, Seen.snapshots(copy(restore, A.OURS)))
                .acts(DeleteSnapshot.class);
        Restore after =
                assertDecision(step, A.acted(restore, "delete"), Seen.nothing()).isDone();

        assertThat(command.snapshot()).isEqualTo(restore.names().copy());
        assertThat(after.footprint().of(arn(restore))).isEmpty();
    }

    @Test
    void a_strangers_snapshot_of_that_name_is_never_deleted() {
        Restore restore = copied(Archive.DELETE);

        assertDecision(step, restore, Seen.snapshots(copy(restore, A.STRANGERS)))
                .isDone();
    }

    private static Restore copied(Archive archive) {
        Snapshot source = A.snapshot(A.SOURCE_ARN, "available");
        Restore restore = A.located(StepName.ARCHIVE_SNAPSHOT, A.settings(0, archive, Optional.empty()), source);
        return A.owning(restore, ResourceKind.SNAPSHOT, restore.names().copy(), arn(restore));
    }

    private static Snapshot copy(Restore restore, Map<String, String> tags) {
        return A.snapshot(arn(restore), "available", A.NOW, Optional.empty(), tags);
    }

    private static String arn(Restore restore) {
        return A.HOME.snapshotArn(restore.names().copy());
    }
}
