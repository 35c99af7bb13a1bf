package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.ActivateMasterSecret;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.ObservedBuilder;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.restore.Restore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActivateCredentialsTest {

    private final ActivateCredentials step = new ActivateCredentials();
    private final Restore restore = TestData.staged(StepName.ACTIVATE_CREDENTIALS);

    @Test
    void the_staged_version_becomes_current() {
        ActivateMasterSecret command =
                assertDecision(step, restore, ObservedBuilder.nothing()).acts(ActivateMasterSecret.class);

        assertThat(command.version()).isEqualTo(restore.masterVersion());
    }

    @Test
    void its_own_staged_version_is_what_it_expects() {
        assertDecision(step, restore, staged(restore.masterVersion())).acts(ActivateMasterSecret.class);
    }

    @Test
    void a_version_that_somebody_else_staged_meanwhile_is_not_made_current() {
        assertDecision(step, restore, staged("another")).failsWith(FailureCode.SECRET_IN_USE);
    }

    private static Observed staged(String version) {
        return new Observed(
                TestData.NOW,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                TargetDependencies.NOTHING,
                Optional.of(version),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void then_it_is_done() {
        assertDecision(step, TestData.acted(restore, "activate"), ObservedBuilder.nothing())
                .isDone();
    }
}
