package io.aurorarestore.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.json.OperationReader;
import io.aurorarestore.json.RequestReader;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.request.ClusterSelector.CopyOnWrite;
import io.aurorarestore.model.request.ClusterSelector.PointInTime;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.request.Subject;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ArchiveMode;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import io.aurorarestore.model.settings.Scaling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands are read as a shell and the service read them. */
class NextCommandsTest {

    private static final Failure FAILURE = new Failure(FailureCode.TIMED_OUT, "Too late.");

    @Test
    void a_failed_restore_can_be_resumed_or_abandoned() throws Exception {
        List<NextCommand> next = NextCommands.after(failed(TestData.restore(StepName.RESTORE_CLUSTER)));

        assertThat(next).hasSize(3);
        assertOperates(next.get(0), "Restore Resume Requested");
        assertOperates(next.get(1), "Restore Abandon Requested");
        assertShowsTheTrail(next.get(2));
    }

    @Test
    void an_abandoned_restore_can_only_be_asked_for_again() throws Exception {
        Restore failed = failed(TestData.restore(StepName.RESTORE_CLUSTER));
        List<NextCommand> next = NextCommands.after(failed.with(failed.outcome().givenUp()));

        assertThat(next).hasSize(2);
        assertThat(entry(next.get(0)).path("DetailType").asText()).isEqualTo("Restore Requested");
    }

    @Test
    void a_success_shows_its_trail() throws Exception {
        List<NextCommand> next =
                NextCommands.after(TestData.restore(StepName.RESTORE_CLUSTER).ended(Status.SUCCEEDED, TestData.NOW));

        assertThat(next).hasSize(1);
        assertShowsTheTrail(next.get(0));
    }

    @Test
    void nobody_asks_for_a_retirement_again() {
        Restore retirement = TestData.restore(StepName.RETIRE_OLD).retirement(TestData.NOW);

        assertThat(NextCommands.after(retirement.ended(Status.CANCELLED, TestData.NOW)))
                .hasSize(1);
        assertThat(NextCommands.after(failed(retirement)).get(0).command())
                .contains(retirement.id().value());
    }

    @ParameterizedTest
    @MethodSource
    void what_was_undone_can_be_asked_for_again(RestoreRequest request) throws Exception {
        Restore restore = TestData.restore(StepName.RESTORE_CLUSTER, TestData.settings(), request);

        NextCommand again = NextCommands.after(restore.ended(Status.ROLLED_BACK, TestData.NOW))
                .get(0);

        JsonNode entry = entry(again);
        assertThat(entry.path("DetailType").asText()).isEqualTo("Restore Requested");
        JsonNode detail = Json.read(entry.path("Detail").asText());
        assertThat(detail.has("requestId")).isFalse();
        assertThat(new RequestReader(TestData.HOME).read(detail).request()).isEqualTo(request);
    }

    static Stream<RestoreRequest> what_was_undone_can_be_asked_for_again() {
        ClusterSettings settings = ClusterSettings.builder()
                .with(ClusterSetting.INSTANCE_CLASS, "db.serverless")
                .with(ClusterSetting.SERVERLESS_V2, new Scaling(0, 8.5, Optional.of(300)))
                .with(ClusterSetting.READERS, 2)
                .with(ClusterSetting.SECURITY_GROUPS, List.of("sg-1", "sg-2"))
                .with(ClusterSetting.TAGS, Map.of("team", "ü"))
                .with(ClusterSetting.MAINTENANCE_WINDOW, "\"it's\\ $HOME `x` ü\"")
                .with(ClusterSetting.ARCHIVE, ArchiveMode.DELETE)
                .with(ClusterSetting.RETIREMENT, Retirement.parse("delete-after: P7D"))
                .with(ClusterSetting.DELETION_PROTECTION, false)
                .with(ClusterSetting.FINAL_SNAPSHOT, true)
                .build();
        SnapshotSelector latest = new SnapshotSelector.Latest("orders-prod", "us-west-2");
        return Stream.of(
                new RestoreRequest("orders-drill", new SnapshotSelector.ById(TestData.SOURCE_ARN), "default"),
                new RestoreRequest("orders-drill", latest, "its.own", ReplaceMode.SWAP, false, settings),
                new RestoreRequest("orders-drill", new CopyOnWrite(ClusterKey.named("orders-prod")), "default"),
                new RestoreRequest(
                        "orders-drill",
                        new PointInTime(ClusterKey.ofResource("cluster-ABC"), Optional.of(TestData.NOW)),
                        "default"),
                new RestoreRequest(
                        "orders-drill",
                        new SnapshotSelector.OnDay("orders-prod", "us-east-1", LocalDate.of(2026, 11, 20)),
                        "strict",
                        ReplaceMode.DELETE_FIRST,
                        true,
                        ClusterSettings.NONE));
    }

    @Test
    void a_request_too_long_for_a_command_line_is_asked_for_from_a_file() {
        ClusterSettings settings = ClusterSettings.builder()
                .with(ClusterSetting.TAGS, Map.of("long", "x".repeat(20_000)))
                .build();
        RestoreRequest request = new RestoreRequest(
                "orders-drill", new SnapshotSelector.ById("one"), "default", ReplaceMode.REFUSE, false, settings);
        Restore restore = TestData.restore(StepName.RESTORE_CLUSTER, TestData.settings(), request);

        assertThat(NextCommands.after(restore.ended(Status.CANCELLED, TestData.NOW))
                        .get(0))
                .isEqualTo(new NextCommand(
                        "to ask for the same again, when the cause is fixed, with the entries in request.json",
                        "aws events put-events --entries file://request.json"));
    }

    @Test
    void a_refused_request_is_to_be_corrected() {
        assertThat(NextCommands.afterRefusal())
                .singleElement()
                .satisfies(next -> assertThat(next.purpose()).contains("corrected"));
    }

    private static void assertOperates(NextCommand next, String detailType) throws Exception {
        JsonNode entry = entry(next);
        assertThat(entry.path("EventBusName").asText()).isEqualTo("aurora-restore");
        assertThat(entry.path("Source").asText()).isEqualTo("aurora-restore.client");
        assertThat(entry.path("DetailType").asText()).isEqualTo(detailType);
        assertThat(OperationReader.read(Json.read(entry.path("Detail").asText()))
                        .subject())
                .isEqualTo(Subject.of(TestData.ID));
    }

    private static void assertShowsTheTrail(NextCommand next) throws Exception {
        assertThat(words(next.command()))
                .startsWith("dynamodb", "query", "--table-name", "AuroraRestoreAudit")
                .contains("restoreId = :id", "{\":id\":{\"S\":\"" + TestData.ID + "\"}}");
    }

    private static JsonNode entry(NextCommand next) throws Exception {
        List<String> words = words(next.command());
        assertThat(words).hasSize(4).startsWith("events", "put-events", "--entries");
        JsonNode entries = Json.read(words.get(3));
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    /** What the AWS CLI would get from a shell. */
    private static List<String> words(String command) throws IOException, InterruptedException {
        String shown = "aws() { printf '%s\\0' \"$@\"; }\n" + command;
        Process shell =
                new ProcessBuilder("sh", "-c", shown).redirectErrorStream(true).start();
        String words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(words).isZero();
        return List.of(words.split("\0"));
    }

    private static Restore failed(Restore restore) {
        return restore.with(restore.outcome().stuck(FAILURE, restore.status())).ended(Status.FAILED, TestData.NOW);
    }
}
