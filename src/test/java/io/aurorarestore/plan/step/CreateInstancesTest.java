package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.CreateInstance;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.DecisionAssert;
import io.aurorarestore.engine.ObservedBuilder;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ArchiveMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreateInstancesTest {

    private final CreateInstances step = new CreateInstances(TestData.HOME);
    private final Restore restore = TestData.located(
                    StepName.CREATE_INSTANCES,
                    TestData.settings(1, ArchiveMode.TAG, Optional.empty()),
                    TestData.snapshot(TestData.LOCAL_ARN, "available"))
            .with(TestData.staged(StepName.CREATE_INSTANCES).resources());
    private final Cluster staging = TestData.cluster(restore.names().staging(), "available", TestData.OURS);
    private final String writer = restore.names().instance(1);
    private final String reader = restore.names().instance(2);

    @Test
    void the_writer_comes_first() {
        CreateInstance command =
                assertDecision(step, restore, ObservedBuilder.in(staging)).acts(CreateInstance.class);

        assertThat(command.instance()).isEqualTo(writer);
        assertThat(command.cluster()).isEqualTo(restore.names().staging());
        assertThat(command.tags()).isEqualTo(TestData.OURS);
    }

    @Test
    void the_readers_follow_under_the_same_intent() {
        DecisionAssert decided = assertDecision(step, restore, ObservedBuilder.in(staging));

        assertThat(((Decision.Act) decided.decision()).more())
                .extracting(command -> ((CreateInstance) command).instance())
                .containsExactly(reader);
    }

    @Test
    void a_reader_that_is_missing_is_created_alone() {
        CreateInstance command = assertDecision(
                        step,
                        restore,
                        ObservedBuilder.in(staging, TestData.instance(writer, "creating", TestData.OURS)))
                .acts(CreateInstance.class);

        assertThat(command.instance()).isEqualTo(reader);
    }

    @Test
    void all_are_waited_for() {
        assertDecision(
                        step,
                        restore,
                        ObservedBuilder.instances(
                                TestData.instance(writer, "available", TestData.OURS),
                                TestData.instance(reader, "backing-up", TestData.OURS)))
                .waitsFor(reader + " is backing-up");
    }

    @Test
    void all_available_is_done() {
        assertDecision(
                        step,
                        restore,
                        ObservedBuilder.instances(
                                TestData.instance(writer, "available", TestData.OURS),
                                TestData.instance(reader, "storage-optimization", TestData.OURS)))
                .isDone();
    }

    @Test
    void an_instance_that_failed_fails() {
        assertDecision(
                        step,
                        restore,
                        ObservedBuilder.instances(
                                TestData.instance(writer, "insufficient-capacity", TestData.OURS),
                                TestData.instance(reader, "creating", TestData.OURS)))
                .failsWith(FailureCode.INSTANCE_FAILED);
    }

    @Test
    void a_strangers_instance_of_that_name_is_not_adopted() {
        assertDecision(
                        step,
                        restore,
                        ObservedBuilder.instances(
                                TestData.instance(writer, "available", TestData.STRANGERS),
                                TestData.instance(reader, "available", TestData.OURS)))
                .failsWith(FailureCode.NAME_TAKEN);
    }

    @Test
    void nothing_is_created_in_a_cluster_that_took_the_name_of_ours() {
        Cluster other = TestData.cluster(staging.name(), "cluster-OTHER", "available", TestData.STRANGERS);

        assertDecision(step, restore, ObservedBuilder.in(other)).failsWith(FailureCode.NAME_TAKEN);
    }

    @Test
    void a_cluster_that_is_removed_meanwhile_fails() {
        Cluster going = TestData.cluster(staging.name(), "deleting", TestData.OURS);

        assertDecision(step, restore, ObservedBuilder.in(going)).failsWith(FailureCode.INSTANCE_FAILED);
        assertDecision(step, restore, ObservedBuilder.nothing()).waitsFor("to be seen");
        assertDecision(step, PredecessorFixture.missed(restore, Missing.STAGING_CLUSTER), ObservedBuilder.nothing())
                .failsWith(FailureCode.GONE);
    }
}
