package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.ObservedBuilder;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Restore;
import org.junit.jupiter.api.Test;

class RestoreClusterStepTest {

    private final RestoreClusterStep step = new RestoreClusterStep(TestData.HOME);
    private final Restore fresh = TestData.located(
            StepName.RESTORE_CLUSTER, TestData.settings(), TestData.snapshot(TestData.LOCAL_ARN, "available"));
    private final Restore begun = TestData.staged(StepName.RESTORE_CLUSTER);
    private final String staging = begun.names().staging();

    @Test
    void the_cluster_is_restored_under_a_staging_name() {
        var command = assertDecision(step, fresh, ObservedBuilder.nothing())
                .acts(io.aurorarestore.command.RestoreCluster.class);

        assertThat(command.cluster()).isEqualTo(staging).isNotEqualTo("orders-drill");
        assertThat(command.tags()).isEqualTo(TestData.OURS);
    }

    @Test
    void nothing_is_looked_up_before_the_first_try() {
        assertThat(step.describe(fresh)).isEmpty();
        assertThat(step.describe(begun)).containsExactly(new Describe.AtCluster(staging));
    }

    @Test
    void a_restore_under_way_is_waited_for() {
        assertDecision(step, begun, ObservedBuilder.clusters(TestData.cluster(staging, "creating", TestData.OURS)))
                .waitsFor("creating");
        assertDecision(step, begun, ObservedBuilder.clusters(TestData.cluster(staging, "migrating", TestData.OURS)))
                .waitsFor("migrating");
    }

    @Test
    void an_available_cluster_is_done_and_its_endpoint_known() {
        Restore after = assertDecision(
                        step, begun, ObservedBuilder.clusters(TestData.cluster(staging, "available", TestData.OURS)))
                .isDone();

        assertThat(after.outputs().endpoint()).contains(new Endpoint(staging, 5432));
    }

    @Test
    void a_broken_cluster_fails() {
        assertDecision(
                        step,
                        begun,
                        ObservedBuilder.clusters(TestData.cluster(staging, "migration-failed", TestData.OURS)))
                .failsWith(FailureCode.RESTORE_FAILED);
    }

    @Test
    void a_strangers_cluster_of_that_name_is_not_adopted() {
        assertDecision(
                        step,
                        begun,
                        ObservedBuilder.clusters(TestData.cluster(staging, "available", TestData.STRANGERS)))
                .failsWith(FailureCode.NAME_TAKEN);
    }

    @Test
    void a_cluster_that_was_there_and_is_gone_is_not_made_again() {
        assertDecision(step, begun, ObservedBuilder.nothing()).waitsFor("to be seen");
        assertDecision(step, PredecessorFixture.missed(begun, Missing.STAGING_CLUSTER), ObservedBuilder.nothing())
                .failsWith(FailureCode.GONE);
    }
}
