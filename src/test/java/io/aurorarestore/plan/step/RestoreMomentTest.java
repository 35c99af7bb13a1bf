package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.RestoreCluster;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.ObservedBuilder;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.ReplicaScaling;
import io.aurorarestore.model.aws.SourceCluster;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.request.ClusterSelector.CopyOnWrite;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.StepOutputs;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cluster's data of a moment, from the pre-flight to the restored cluster. */
class RestoreMomentTest {

    private static final SourceCluster SOURCE = TestData.sourceCluster("orders-prod", "available");
    private static final ClusterMoment THEN =
            new ClusterMoment(SOURCE, Optional.of(TestData.NOW.minus(Duration.ofMinutes(30))), Optional.empty());
    private static final ClusterMoment CLONE = new ClusterMoment(SOURCE, Optional.empty(), Optional.empty());

    private final RestoreClusterStep step = new RestoreClusterStep(TestData.HOME);

    @Test
    void nothing_is_copied_or_archived() {
        assertThat(new CopySnapshotStep(TestData.HOME).skips(restore(THEN))).contains("the source is no snapshot");
        assertThat(new ArchiveSnapshot(TestData.HOME).skips(restore(CLONE))).contains("no copy was made");
    }

    @Test
    void it_is_restored_under_a_staging_name_with_our_tags() {
        RestoreCluster command = assertDecision(step, restore(THEN), ObservedBuilder.sources(SOURCE))
                .acts(RestoreCluster.class);

        assertThat(command.cluster()).isEqualTo(restore(THEN).names().staging());
        assertThat(command.from()).isEqualTo(THEN);
        assertThat(command.tags()).isEqualTo(TestData.OURS);
        assertThat(command.description()).contains("cluster orders-prod as of 2026-11-21T01:30:00Z");
    }

    /** A person may rename or delete it between the pre-flight and the call. */
    @Test
    void it_is_known_by_its_resource_id_whatever_became_of_it_since() {
        SourceCluster renamed = of("orders-live", "available", 1, false);
        SourceCluster deleted = of("orders-prod", "retained", 0, true);

        assertThat(from(THEN, renamed)).isEqualTo(THEN.of(renamed));
        assertThat(from(THEN, deleted)).isEqualTo(THEN.of(deleted));
        assertDecision(step, restore(CLONE), ObservedBuilder.sources(deleted)).failsWith(FailureCode.SOURCE_UNUSABLE);
        assertDecision(step, restore(THEN), ObservedBuilder.nothing()).failsWith(FailureCode.GONE);
    }

    @Test
    void one_that_is_busy_by_then_is_waited_for() {
        assertDecision(step, restore(CLONE), ObservedBuilder.sources(of("orders-prod", "backing-up", 1, false)))
                .waitsFor("backing-up");
    }

    @Test
    void once_it_is_restored_a_clone_knows_of_when_its_data_is() {
        Restore begun = TestData.staged(StepName.RESTORE_CLUSTER)
                .with(TestData.staged(StepName.RESTORE_CLUSTER).outputs());
        Restore asked = begun.with(StepOutputs.NONE.withSource(CLONE));
        Restore acted = asked.with(asked.progress().acted(RestoreCluster.KEY, TestData.NOW));
        Observed seen = ObservedBuilder.clusters(TestData.cluster(begun.names().staging(), "available", TestData.OURS));

        assertThat(assertDecision(step, acted, seen).isDone().outputs().dataTime())
                .contains(TestData.NOW);
    }

    @Test
    void a_target_is_not_deleted_before_its_own_data_are_restored_from_it() {
        assertThat(problems(itself(ReplaceMode.DELETE_FIRST)))
                .extracting(Failure::code)
                .contains(FailureCode.SOURCE_IS_TARGET);
        assertThat(FailureCode.SOURCE_IS_TARGET.advice()).contains("\"swap\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = ReplaceMode.class,
            names = {"SWAP", "REFUSE"})
    void a_target_may_be_brought_back_to_a_time_by_a_swap(ReplaceMode replace) {
        assertThat(problems(itself(replace))).extracting(Failure::code).doesNotContain(FailureCode.SOURCE_IS_TARGET);
    }

    @Test
    void a_key_that_RDS_would_not_use_is_a_problem() {
        ClusterSettings keyed = ClusterSettings.builder()
                .with(ClusterSetting.KMS_KEY_ID, "another-key")
                .build();
        SourceCluster plain = TestData.sourceCluster("orders-prod", "available", 1, Optional.empty(), false);

        assertThat(problems(restore(CLONE, keyed)))
                .extracting(Failure::message)
                .anyMatch(said -> said.contains("A clone has the key of its source"));
        assertThat(problems(restore(new ClusterMoment(plain, THEN.at(), Optional.empty()), keyed)))
                .extracting(Failure::message)
                .anyMatch(said -> said.contains("is not encrypted") && said.contains("restore a snapshot"));
        assertThat(problems(restore(new ClusterMoment(SOURCE, THEN.at(), Optional.of("another-key")), keyed)))
                .extracting(Failure::code)
                .doesNotContain(FailureCode.SETTINGS_UNSUITABLE);
    }

    @Test
    void another_version_than_its_sources_is_a_problem() {
        ClusterSettings later = ClusterSettings.builder()
                .with(ClusterSetting.ENGINE_VERSION, "17.5")
                .build();

        assertThat(problems(restore(THEN, later)))
                .extracting(Failure::message)
                .anyMatch(said -> said.contains("17.4, and not 17.5") && said.contains("restore a snapshot"));
        assertThat(restore(THEN, later).engineVersion()).isEqualTo("17.4");
    }

    @Test
    void a_clone_into_subnets_that_RDS_does_not_clone_into_is_a_problem() {
        TargetDependencies around = new TargetDependencies(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(TargetDependencies.CLONE, false),
                List.of(),
                false,
                ReplicaScaling.NONE);
        Observed seen = new Observed(
                TestData.NOW,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                around,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(new PreflightChecks(TestData.HOME, restore(CLONE), seen).problems())
                .extracting(Failure::message)
                .anyMatch(said -> said.contains("availability zones") && said.contains("\"at\": \"latest\""));
    }

    @Test
    void a_sixteenth_clone_is_a_full_copy_which_is_said() {
        SourceCluster cloned = new SourceCluster(
                SOURCE.name(),
                SOURCE.arn(),
                SOURCE.resourceId(),
                "available",
                SOURCE.engine(),
                "17.4",
                "provisioned",
                false,
                Optional.empty(),
                SOURCE.earliest(),
                SOURCE.latest(),
                false,
                1,
                15,
                Optional.of("default"));

        assertThat(warnings(CLONE.of(cloned))).anyMatch(said -> said.contains("full copy"));
        assertThat(warnings(THEN.of(cloned))).isEmpty();
        assertThat(warnings(CLONE)).isEmpty();
    }

    private static List<String> warnings(ClusterMoment moment) {
        return new SourceWarnings(restore(moment), TestData.HOME).warnings();
    }

    private static List<Failure> problems(Restore restore) {
        return new PreflightChecks(TestData.HOME, restore, ObservedBuilder.nothing()).problems();
    }

    private io.aurorarestore.model.aws.RestoreSource from(ClusterMoment moment, SourceCluster seen) {
        return assertDecision(step, restore(moment), ObservedBuilder.sources(seen))
                .acts(RestoreCluster.class)
                .from();
    }

    private static SourceCluster of(String name, String status, int instances, boolean deleted) {
        return new SourceCluster(
                name,
                TestData.HOME.clusterArn(name),
                SOURCE.resourceId(),
                status,
                SOURCE.engine(),
                SOURCE.engineVersion(),
                SOURCE.engineMode(),
                SOURCE.encrypted(),
                SOURCE.kmsKeyId(),
                SOURCE.earliest(),
                SOURCE.latest(),
                deleted,
                instances,
                0,
                Optional.of("default"));
    }

    private static Restore itself(ReplaceMode replace) {
        SourceCluster drill = TestData.sourceCluster("orders-drill", "available");
        RestoreRequest request = new RestoreRequest(
                "orders-drill",
                new CopyOnWrite(ClusterKey.named("orders-drill")),
                "default",
                replace,
                true,
                ClusterSettings.NONE);
        Predecessor old = Predecessor.of(TestData.cluster("orders-drill", "available", TestData.STRANGERS), List.of());
        return TestData.restore(StepName.PREFLIGHT, TestData.settings(), request)
                .with(StepOutputs.NONE
                        .withSource(new ClusterMoment(drill, THEN.at(), Optional.empty()))
                        .withPredecessor(old));
    }

    private static Restore restore(ClusterMoment moment) {
        return TestData.located(StepName.RESTORE_CLUSTER, TestData.settings(), moment);
    }

    private static Restore restore(ClusterMoment moment, ClusterSettings settings) {
        return TestData.located(StepName.PREFLIGHT, TestData.settings(settings), moment);
    }
}
