package io.aurorarestore.adapter.dynamodb.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.history.Durations;
import io.aurorarestore.model.request.AcceptedRequest;
import io.aurorarestore.model.request.ClusterSelector;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.Audience;
import io.aurorarestore.model.restore.Lease;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ArchiveMode;
import io.aurorarestore.model.settings.Certificate;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.model.settings.Hook;
import io.aurorarestore.model.settings.Objectives;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import io.aurorarestore.model.settings.Scaling;
import io.aurorarestore.model.settings.Settings;
import io.aurorarestore.model.settings.StepTiming;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.StoredByNewerVersionException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestoreDocumentTest {

    private static final StepTiming SLOW =
            new StepTiming(Optional.of(Duration.ofHours(30)), Optional.of(Duration.ofMinutes(5)));

    private static Settings measured() {
        return TestData.settings(new Objectives(Optional.of(Duration.ofHours(2)), Optional.of(Duration.ofHours(26))));
    }

    private static Restore usual(Restore restore) {
        AcceptedRequest plain = restore.accepted();
        Durations usual = Durations.NONE.plus(
                Map.of(StepName.COPY_SNAPSHOT, SLOW.pace().orElseThrow()),
                SLOW.pace().orElseThrow());
        AcceptedRequest accepted = new AcceptedRequest(
                plain.request(), plain.settings(), plain.key(), plain.by(), plain.openedAt(), usual);
        return Restore.open(restore.id(), accepted, StepName.COPY_SNAPSHOT);
    }

    static Stream<Restore> restores() {
        Restore staged = TestData.acted(TestData.staged(StepName.PROMOTE_NEW), "rename");
        return Stream.of(
                TestData.restore(StepName.LOCATE_SOURCE),
                TestData.restore(
                        StepName.LOCATE_SOURCE, TestData.settings(), new SnapshotSelector.Latest("a", "us-west-2")),
                TestData.restore(
                        StepName.LOCATE_SOURCE,
                        TestData.settings(),
                        new SnapshotSelector.OnDay("a", "us-west-2", LocalDate.of(2026, 11, 20))),
                TestData.restore(
                        StepName.LOCATE_SOURCE,
                        TestData.settings(),
                        new ClusterSelector.PointInTime(ClusterKey.named("a"), Optional.of(TestData.NOW))),
                TestData.restore(
                        StepName.LOCATE_SOURCE,
                        TestData.settings(),
                        new ClusterSelector.PointInTime(ClusterKey.ofResource("cluster-A"), Optional.empty())),
                TestData.restore(
                        StepName.LOCATE_SOURCE,
                        TestData.settings(),
                        new ClusterSelector.CopyOnWrite(ClusterKey.named("a"))),
                TestData.located(
                        StepName.PREFLIGHT,
                        TestData.settings(),
                        new ClusterMoment(
                                TestData.sourceCluster("a", "available"),
                                Optional.of(TestData.NOW),
                                Optional.of("a-key"))),
                TestData.located(
                        StepName.PREFLIGHT,
                        TestData.settings(),
                        new ClusterMoment(
                                TestData.sourceCluster("a", "retained", 0, Optional.empty(), true),
                                Optional.empty(),
                                Optional.empty())),
                usual(staged),
                TestData.restore(StepName.COPY_SNAPSHOT, measured()),
                staged.with(staged.progress().enter(StepName.VERIFY_ENDPOINT, TestData.NOW.plusSeconds(70))),
                staged.with(staged.progress()
                                .enter(StepName.VERIFY_ENDPOINT, TestData.NOW.plusSeconds(70))
                                .retried(Status.RUNNING, TestData.NOW))
                        .ended(Status.SUCCEEDED, TestData.NOW.plusSeconds(300)),
                staged.with(staged.outputs().withEndpoint(new Endpoint("host", 5432))),
                staged.with(staged.schedule().leasedTo(new Lease("me", TestData.NOW))),
                staged.with(staged.outcome().stuck(new Failure(FailureCode.TIMED_OUT, "long"), Status.RUNNING))
                        .ended(Status.FAILED, TestData.NOW),
                staged.with(staged.outputs()
                        .withPredecessor(Predecessor.of(
                                TestData.cluster("orders-drill", "available", TestData.STRANGERS),
                                List.of(TestData.instance("one", "available", Map.of()))))),
                TestData.restore(
                        StepName.LOCATE_SOURCE,
                        TestData.settings(ClusterSettings.builder()
                                .with(ClusterSetting.RETIREMENT, Retirement.parse("delete-after: P7D"))
                                .with(ClusterSetting.CERTIFICATE, Certificate.RENEW)
                                .with(ClusterSetting.SERVERLESS_V2, new Scaling(0.5, 4, Optional.empty()))
                                .build())),
                TestData.restore(StepName.COPY_SNAPSHOT, TestData.settings(Map.of(StepName.COPY_SNAPSHOT, SLOW))),
                staged.retirement(TestData.NOW),
                staged.announced(),
                staged.awaitedBy(new Sensitive("a token"), TestData.NOW),
                staged.with(staged.outputs().withRetirement(TestData.NOW)),
                staged.with(staged.outputs()
                        .withSource(
                                TestData.automated(TestData.HOME.snapshotArn("rds:orders-1"), "orders", "cluster-1"))
                        .withDataOf(Optional.of(TestData.NOW))),
                staged.with(staged.outcome().lostAsAccepted()),
                staged.with(staged.progress()
                        .waiting("it", Optional.of(Missing.PROMOTED_CLUSTER), TestData.NOW)
                        .nextRun("job")));
    }

    @ParameterizedTest
    @MethodSource("restores")
    void what_is_written_is_read(Restore restore) {
        assertThat(RestoreDocument.of(restore).read()).isEqualTo(restore);
    }

    @Test
    void what_a_later_version_adds_is_passed_over() {
        RestoreDocument written = RestoreDocument.of(TestData.restore(StepName.PREFLIGHT));
        String state = "{\"later\":1," + written.state().substring(1);

        assertThat(new RestoreDocument(2, written.accepted(), state).read().step())
                .isEqualTo(StepName.PREFLIGHT);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"step\":\"PREFLIGHT\"', '\"step\":\"LATER_STEP\"'",
        "'\"status\":\"RUNNING\"', '\"status\":\"LATER\"'"
    })
    void a_constant_that_a_later_version_adds_is_left_to_it(String known, String later) {
        RestoreDocument written = RestoreDocument.of(TestData.restore(StepName.PREFLIGHT));
        assertThat(written.state()).contains(known);
        RestoreDocument newer =
                new RestoreDocument(2, written.accepted(), written.state().replace(known, later));

        assertThatThrownBy(newer::read)
                .isInstanceOf(StoredByNewerVersionException.class)
                .hasMessageNotContaining("LATER");
    }

    @Test
    void a_newer_schema_is_left_to_its_version() {
        RestoreDocument written = RestoreDocument.of(TestData.restore(StepName.PREFLIGHT));

        assertThatThrownBy(new RestoreDocument(3, written.accepted(), written.state())::read)
                .isInstanceOf(StoredByNewerVersionException.class);
    }

    @Test
    void a_source_of_a_kind_that_a_later_version_adds_is_left_to_it() {
        RestoreDocument written = RestoreDocument.of(TestData.restore(StepName.PREFLIGHT));
        Optional<String> accepted = written.accepted().map(text -> text.replace("\"byId\"", "\"fromTape\""));

        assertThatThrownBy(new RestoreDocument(2, accepted, written.state())::read)
                .isInstanceOf(StoredByNewerVersionException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "{}", "[]", "no json", "{\"id\":\"hunter2\"}", "{\"id\":{\"value\":\"hunter2\"}}"})
    void what_was_spoilt_is_told_with_a_code_and_not_quoted(String stored) {
        for (int schema = 1; schema <= RestoreDocument.SCHEMA; schema++) {
            RestoreDocument spoilt = new RestoreDocument(schema, Optional.of(stored), stored);
            assertThatThrownBy(spoilt::read).isInstanceOfSatisfying(CallFailedException.class, failed -> {
                assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
                assertThat(failed.failure().code()).isEqualTo(FailureCode.UNEXPECTED);
                assertThat(failed).hasMessageNotContaining("hunter2");
            });
        }
    }

    /** Whoever renames one of them must keep what is stored: see {@code SchemaOne} for how. */
    @Test
    void the_constants_that_are_stored_keep_their_names() {
        assertThat(names(Status.values())).isEqualTo("RUNNING ROLLING_BACK SUCCEEDED ROLLED_BACK CANCELLED FAILED");
        assertThat(names(StepName.values()))
                .isEqualTo("LOCATE_SOURCE PREFLIGHT COPY_SNAPSHOT CLEAR_TARGET RESTORE_CLUSTER CREATE_INSTANCES"
                        + " RESET_CREDENTIALS CONFIGURE_DATABASE VERIFY_RESTORE SET_ASIDE_OLD PROMOTE_NEW"
                        + " RENEW_CERTIFICATE VERIFY_ENDPOINT ACTIVATE_CREDENTIALS PROTECT_TARGET KEEP_INSTANCE_NAMES RETIRE_OLD ARCHIVE_SNAPSHOT"
                        + " RETIRE_CLUSTER");
        assertThat(names(Missing.values()))
                .isEqualTo("STAGING_CLUSTER LATE_STAGING_CLUSTER OLD_CLUSTER SET_ASIDE_CLUSTER PROMOTED_CLUSTER"
                        + " RESTORED_CLUSTER LATE_COPY REGION PERMISSION ROOM");
        assertThat(names(ReplaceMode.values())).isEqualTo("REFUSE SWAP DELETE_FIRST");
        assertThat(names(ArchiveMode.values())).isEqualTo("KEEP TAG DELETE");
        assertThat(names(Certificate.values())).isEqualTo("LEAVE RENEW");
        assertThat(names(Audience.values())).isEqualTo("SUBSCRIBERS WORKFLOW HOOKS");
        assertThat(names(AskedHook.State.values())).isEqualTo("ASKED SUCCEEDED FAILED CANCELLED");
        assertThat(names(Hook.Place.values())).isEqualTo("AFTER BEFORE");
        assertThat(names(ResourceKind.values())).isEqualTo("SNAPSHOT CLUSTER INSTANCE");
        assertThat(names(Grant.Level.values())).isEqualTo("READ_ONLY READ_WRITE CUSTOM");
    }

    private static String names(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).collect(Collectors.joining(" "));
    }

    @Test
    void no_text_of_people_is_needed_to_read_a_restore() {
        Restore restore = TestData.staged(StepName.PROMOTE_NEW);
        Restore waiting = restore.with(
                restore.progress().waiting("these words", Optional.of(Missing.PROMOTED_CLUSTER), TestData.NOW));
        RestoreDocument written = RestoreDocument.of(waiting);
        RestoreDocument reworded =
                new RestoreDocument(2, written.accepted(), written.state().replace("these words", "other words"));

        assertThat(reworded.read().progress().missed())
                .isEqualTo(waiting.progress().missed());
    }
}
