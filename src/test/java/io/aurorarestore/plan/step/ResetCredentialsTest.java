package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.ResetMasterPassword;
import io.aurorarestore.engine.ObservedBuilder;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Restore;
import org.junit.jupiter.api.Test;

class ResetCredentialsTest {

    private final ResetCredentials step = new ResetCredentials();
    private final Restore restore = TestData.staged(StepName.RESET_CREDENTIALS);
    private final Restore asked = TestData.acted(restore, "reset");
    private final String staging = restore.names().staging();

    @Test
    void the_new_password_is_staged_in_the_targets_own_secret() {
        ResetMasterPassword command = assertDecision(
                        step, restore, ObservedBuilder.clusters(TestData.cluster(staging, "available", TestData.OURS)))
                .acts(ResetMasterPassword.class);

        assertThat(command.by()).isEqualTo(restore.id());
        assertThat(command.secret()).isEqualTo("aurora-restore/orders-drill/master");
        assertThat(command.version()).isEqualTo(restore.masterVersion());
        assertThat(command.cluster()).isEqualTo(staging);
    }

    @Test
    void the_reset_is_waited_for() {
        assertDecision(
                        step,
                        asked,
                        ObservedBuilder.clusters(
                                TestData.cluster(staging, "resetting-master-credentials", TestData.OURS)))
                .waitsFor("resetting-master-credentials");
    }

    @Test
    void then_it_is_done() {
        assertDecision(step, asked, ObservedBuilder.clusters(TestData.cluster(staging, "available", TestData.OURS)))
                .isDone();
    }

    @Test
    void a_cluster_that_is_busy_is_waited_for_first() {
        assertDecision(step, restore, ObservedBuilder.clusters(TestData.cluster(staging, "backing-up", TestData.OURS)))
                .waitsFor("backing-up");
    }

    @Test
    void a_cluster_that_vanished_is_looked_for_a_while() {
        assertDecision(step, asked, ObservedBuilder.nothing()).waitsFor("to be seen");
        assertDecision(step, PredecessorFixture.missed(asked, Missing.STAGING_CLUSTER), ObservedBuilder.nothing())
                .failsWith(FailureCode.GONE);
    }

    @Test
    void a_broken_cluster_fails() {
        assertDecision(step, asked, ObservedBuilder.clusters(TestData.cluster(staging, "failed", TestData.OURS)))
                .failsWith(FailureCode.CREDENTIALS_FAILED);
    }
}
