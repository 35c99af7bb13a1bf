package io.aurorarestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.restore.Transition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransitionLogTest {

    private final List<Status> ends = new ArrayList<>();
    private final TransitionLog log = new TransitionLog() {
        @Override
        public void committed(AuditEntry entry) {}

        @Override
        public void ended(Restore restore) {
            ends.add(restore.status());
        }
    };
    private final Restore running = TestData.restore(StepName.RESTORE_CLUSTER);
    private final Restore failed = running.ended(Status.FAILED, TestData.NOW);

    @Test
    void an_end_is_heard_of_once() {
        keep(running, failed);
        keep(failed, failed.announced());

        assertThat(ends).containsExactly(Status.FAILED);
    }

    @Test
    void to_abandon_a_failed_restore_is_not_another_end() {
        keep(failed, failed.with(failed.outcome().givenUp()).ended(Status.FAILED, TestData.NOW));

        assertThat(ends).isEmpty();
    }

    private void keep(Restore before, Restore after) {
        log.kept(new Transition(before, after, List.of()));
    }
}
