package io.aurorarestore.saga.step;

import static io.aurorarestore.saga.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.StepName;
import io.aurorarestore.saga.A;
import io.aurorarestore.saga.Seen;
import io.aurorarestore.saga.command.ActivateMasterSecret;
import org.junit.jupiter.api.Test;

class ActivateCredentialsTest {

    private final ActivateCredentials step = new ActivateCredentials();
    private final Restore restore = A.staged(StepName.ACTIVATE_CREDENTIALS);

    @Test
    void the_staged_version_becomes_current() {
        ActivateMasterSecret command =
                assertDecision(step, restore, Seen.nothing()).acts(ActivateMasterSecret.class);

        assertThat(command.version()).isEqualTo(restore.masterVersion());
    }

    @Test
    void then_it_is_done() {
        assertDecision(step, A.acted(restore, "activate"), Seen.nothing()).isDone();
    }
}
