package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static io.aurorarestore.engine.DecisionAssert.assertUndo;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.StartCluster;
import io.aurorarestore.command.StopCluster;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.ObservedBuilder;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Certificate;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenewCertificateTest {

    private static final Instant LATER = TestData.NOW.plus(Duration.ofSeconds(90));

    private final RenewCertificate step = new RenewCertificate(TestData.HOME);
    private final Restore restore = renewing(TestData.staged(StepName.RENEW_CERTIFICATE));
    private final Restore asked = TestData.acted(restore, StopCluster.KEY);
    private final Restore started = TestData.acted(asked, StartCluster.KEY);
    private final Instance writer = TestData.instance(restore.names().instance(1), "available", TestData.OURS);

    private static Restore renewing(Restore staged) {
        return TestData.restore(
                        StepName.RENEW_CERTIFICATE,
                        TestData.settings(ClusterSettings.builder()
                                .with(ClusterSetting.CERTIFICATE, Certificate.RENEW)
                                .build()))
                .with(staged.outputs())
                .with(staged.resources());
    }

    @Test
    void unless_it_is_asked_for_the_certificate_is_left() {
        assertThat(step.skips(TestData.staged(StepName.RENEW_CERTIFICATE))).isPresent();
        assertThat(step.describeForUndo(TestData.staged(StepName.RENEW_CERTIFICATE)))
                .isEmpty();
        assertThat(step.skips(restore)).isEmpty();
    }

    @Test
    void a_cluster_that_is_available_is_stopped() {
        assertThat(assertDecision(step, restore, seen(TestData.NOW, promoted("available"), writer))
                        .acts(StopCluster.class))
                .isEqualTo(new StopCluster("orders-drill"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"modifying", "creating", "deleting", "rebooting"})
    void it_is_not_stopped_while_an_instance_changes_whose_ever_it_is(String status) {
        Instance reader = TestData.instance("somebodys", status, TestData.STRANGERS);

        assertDecision(step, restore, seen(TestData.NOW, promoted("available"), writer, reader))
                .waitsFor(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stopping", "starting", "backing-up"})
    void what_changes_is_waited_for(String status) {
        assertDecision(step, asked, seen(LATER, promoted(status), writer)).waitsFor(status);
        assertDecision(step, restore, seen(TestData.NOW, promoted(status), writer))
                .waitsFor(status);
    }

    @Test
    void one_that_is_stopped_is_started_whoever_stopped_it() {
        StartCluster command = new StartCluster("orders-drill");

        assertThat(assertDecision(step, asked, seen(LATER, promoted("stopped"))).acts(StartCluster.class))
                .isEqualTo(command);
        assertThat(assertDecision(step, restore, seen(TestData.NOW, promoted("stopped")))
                        .acts(StartCluster.class))
                .isEqualTo(command);
        assertThat(assertDecision(step, started, seen(LATER, promoted("stopped")))
                        .acts(StartCluster.class))
                .isEqualTo(command);
    }

    @Test
    void an_answer_of_before_the_stop_is_none() {
        Observed soon = seen(TestData.NOW.plus(Duration.ofSeconds(89)), promoted("available"), writer);

        assertDecision(step, asked, soon).waitsFor("orders-drill to stop");
        assertDecision(step, started, soon).isDone();
    }

    @Test
    void it_is_stopped_once_even_if_others_have_started_it() {
        assertDecision(step, asked, seen(LATER, promoted("available"), writer)).isDone();
        assertDecision(
                        step,
                        TestData.acted(restore, StartCluster.KEY),
                        seen(TestData.NOW, promoted("available"), writer))
                .isDone();
    }

    @Test
    void all_instances_of_ours_have_to_be_available_again() {
        Instance starting = TestData.instance(restore.names().instance(2), "starting", TestData.OURS);
        Instance broken = TestData.instance(restore.names().instance(2), "insufficient-capacity", TestData.OURS);
        Instance strange = TestData.instance("somebodys", "creating", TestData.STRANGERS);

        assertDecision(step, started, seen(LATER, promoted("available"), writer, starting))
                .waitsFor("starting");
        assertDecision(step, started, seen(LATER, promoted("available"), writer, broken))
                .failsWith(FailureCode.INSTANCE_FAILED);
        assertDecision(step, started, seen(LATER, promoted("available"), writer, strange))
                .isDone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "inaccessible-encryption-credentials", "deleting"})
    void one_that_will_not_be_available_is_not_waited_for(String status) {
        assertDecision(step, started, seen(LATER, promoted(status), writer)).failsWith(FailureCode.PROMOTION_FAILED);
    }

    @Test
    void anothers_cluster_of_that_name_is_left_alone() {
        Cluster stranger = TestData.cluster("orders-drill", "available", TestData.STRANGERS);

        assertDecision(step, restore, ObservedBuilder.clusters(stranger)).waitsFor("restored cluster");
        assertDecision(
                        step,
                        PredecessorFixture.missed(restore, Missing.PROMOTED_CLUSTER),
                        ObservedBuilder.clusters(stranger))
                .failsWith(FailureCode.GONE);
        assertDecision(step, PredecessorFixture.missed(restore, Missing.PROMOTED_CLUSTER), ObservedBuilder.nothing())
                .failsWith(FailureCode.GONE);
        assertUndo(
                        step,
                        restore,
                        ObservedBuilder.clusters(TestData.cluster("orders-drill", "stopped", TestData.STRANGERS)))
                .isDone();
    }

    @Test
    void undone_it_is_started_before_it_is_renamed() {
        assertUndo(step, restore, ObservedBuilder.clusters(promoted("stopping")))
                .waitsFor("stopping");
        assertThat(assertUndo(step, restore, ObservedBuilder.clusters(promoted("stopped")))
                        .acts(StartCluster.class))
                .isEqualTo(new StartCluster("orders-drill"));
        assertUndo(step, restore, ObservedBuilder.clusters(promoted("starting")))
                .waitsFor("starting");
        assertUndo(step, restore, ObservedBuilder.clusters(promoted("available")))
                .isDone();
        assertUndo(step, restore, ObservedBuilder.nothing()).isDone();
    }

    private Cluster promoted(String status) {
        Cluster staging = TestData.cluster(restore.names().staging(), status, TestData.OURS);
        return TestData.renamed(staging, "orders-drill", TestData.OURS);
    }

    private static Observed seen(Instant now, Cluster cluster, Instance... instances) {
        return new Observed(
                now,
                List.of(),
                List.of(),
                List.of(cluster),
                List.of(instances),
                TargetDependencies.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
