package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.CreateInstance;
import io.aurorarestore.engine.A;
import io.aurorarestore.engine.Seen;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Archive;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreateInstancesTest {

    private final CreateInstances step = new CreateInstances(A.HOME);
    private final Restore restore = A.located(
                    StepName.CREATE_INSTANCES,
                    A.settings(1, Archive.TAG, Optional.empty()),
                    A.snapshot(A.LOCAL_ARN, "available"))
            .with(A.staged(StepName.CREATE_INSTANCES).footprint());
    private final Cluster staging = A.cluster(restore.names().staging(), "available", A.OURS);
    private final String writer = restore.names().instance(1);
    private final String reader = restore.names().instance(2);

    @Test
    void the_writer_comes_first() {
        CreateInstance command = assertDecision(step, restore, Seen.in(staging)).acts(CreateInstance.class);

        assertThat(command.instance()).isEqualTo(writer);
        assertThat(command.cluster()).isEqualTo(restore.names().staging());
        assertThat(command.tags()).isEqualTo(A.OURS);
    }

    @Test
    void then_the_reader() {
        CreateInstance command = assertDecision(step, restore, Seen.in(staging, A.instance(writer, "creating", A.OURS)))
                .acts(CreateInstance.class);

        assertThat(command.instance()).isEqualTo(reader);
    }

    @Test
    void all_are_waited_for() {
        assertDecision(
                        step,
                        restore,
                        Seen.instances(
                                A.instance(writer, "available", A.OURS), A.instance(reader, "backing-up", A.OURS)))
                .waitsFor(reader + " is backing-up");
    }

    @Test
    void all_available_is_done() {
        assertDecision(
                        step,
                        restore,
                        Seen.instances(
                                A.instance(writer, "available", A.OURS),
                                A.instance(reader, "storage-optimization", A.OURS)))
                .isDone();
    }

    @Test
    void an_instance_that_failed_fails() {
        assertDecision(
                        step,
                        restore,
                        Seen.instances(
                                A.instance(writer, "insufficient-capacity", A.OURS),
                                A.instance(reader, "creating", A.OURS)))
                .failsWith(FailureCode.INSTANCE_FAILED);
    }

    @Test
    void a_strangers_instance_of_that_name_is_not_adopted() {
        assertDecision(
                        step,
                        restore,
                        Seen.instances(
                                A.instance(writer, "available", A.STRANGERS), A.instance(reader, "available", A.OURS)))
                .failsWith(FailureCode.NAME_TAKEN);
    }

    @Test
    void nothing_is_created_in_a_cluster_that_took_the_name_of_ours() {
        Cluster other = A.cluster(staging.name(), "cluster-OTHER", "available", A.STRANGERS);

        assertDecision(step, restore, Seen.in(other)).failsWith(FailureCode.NAME_TAKEN);
    }

    @Test
    void a_cluster_that_is_removed_meanwhile_fails() {
        Cluster going = A.cluster(staging.name(), "deleting", A.OURS);

        assertDecision(step, restore, Seen.in(going)).failsWith(FailureCode.INSTANCE_FAILED);
        assertDecision(step, restore, Seen.nothing()).waitsFor("to be seen");
        assertDecision(step, Old.missed(restore, Missing.STAGING_CLUSTER), Seen.nothing())
                .failsWith(FailureCode.GONE);
    }
}
