package io.aurorarestore.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.local.Eventually;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/**
 * Several restores at once, while functions are killed at random moments and RDS's events come badly: the end is the
 * same as ever. {@code -Dcrash.seed=N} has other events lost, at other moments, and {@code -Dcrash.deaths=N} more killed.
 */
class CrashIT {

    private static final long SEED = Long.getLong("crash.seed", 20261128);
    private static final int DEATHS = Integer.getInteger("crash.deaths", 3);
    private static final String SWAPPED = "orders-staging";
    private static final List<String> TARGETS = List.of("orders-one", "orders-two", "orders-three", SWAPPED);

    private static final String ROUGH =
            "{\"drop\": 0.2, \"duplicate\": 0.3, \"delayMs\": 20000, \"shuffle\": true, \"seed\": %d}";

    @TempDir
    private static Path work;

    private static LocalProgram program;
    private static UserAccount account;

    @BeforeAll
    static void restoreThemAll() throws Exception {
        System.out.println("CrashIT: -Dcrash.seed=" + SEED);
        program = LocalProgram.startAgain(work, "-Dlocal.request=none", "-Dlocal.speed=400");
        account = program.account();
        account.post("/_local/events", ROUGH.formatted(SEED));
        TARGETS.forEach(CrashIT::request);
        FunctionKiller killer = new FunctionKiller(program, account, new Random(SEED));
        while (killer.hits() < DEATHS && !allEnded()) {
            killer.killOne(CrashIT::allEnded);
        }
        UserAccount.eventually(() -> allEnded() ? true : null);
    }

    private static void request(String target) {
        String replace = target.equals(SWAPPED) ? "swap" : "refuse";
        account.request(
                "{\"target\": \"%s\", \"replace\": \"%s\", \"requestId\": \"%s\",".formatted(target, replace, target)
                        + " \"source\": {\"cluster\": \"orders-prod\", \"region\": \"us-west-2\"}}");
    }

    /** What fell into the dead letters meanwhile is sent again, as an operator would. */
    private static boolean allEnded() {
        account.redrive("aurora-restore-inbox-dead-letters", "aurora-restore-inbox");
        return account.restores().stream().filter(CrashIT::isOver).count() == TARGETS.size();
    }

    private static boolean isOver(Map<String, AttributeValue> restore) {
        return !restore.containsKey("due")
                && !List.of("RUNNING", "ROLLING_BACK").contains(status(restore));
    }

    private static String status(Map<String, AttributeValue> restore) {
        return restore.get("status").s();
    }

    @AfterAll
    static void end() {
        program.close();
    }

    @Test
    void every_restore_succeeds() {
        assertThat(account.restores())
                .as("-Dcrash.seed=" + SEED)
                .hasSameSizeAs(TARGETS)
                .allSatisfy(restore -> assertThat(status(restore)).isEqualTo("SUCCEEDED"));
    }

    @Test
    void every_target_serves_what_the_snapshot_held() throws SQLException {
        for (String target : TARGETS) {
            assertThat(account.ask(target, "orders_app", "app-example-password", "select count(*) from orders"))
                    .as(target + ", -Dcrash.seed=" + SEED)
                    .isEqualTo("1000");
        }
    }

    @Test
    void each_end_is_announced_and_if_twice_under_the_same_id() {
        List<JsonNode> ends = account.sns().stream()
                .map(CrashIT::message)
                .filter(told -> !List.of("RUNNING", "ROLLING_BACK")
                        .contains(told.path("status").asText()))
                .toList();

        assertThat(ends)
                .as("-Dcrash.seed=" + SEED)
                .allSatisfy(told -> assertThat(told.path("status").asText()).isEqualTo("SUCCEEDED"));
        assertThat(ends.stream().map(told -> told.path("target").asText()).distinct())
                .containsExactlyInAnyOrderElementsOf(TARGETS);
        assertThat(ends.stream().map(told -> told.path("messageId").asText()).distinct())
                .hasSameSizeAs(TARGETS);
    }

    @Test
    void no_audit_trail_has_a_gap() {
        for (String target : TARGETS) {
            List<Map<String, AttributeValue>> audit = account.audit(idOf(target)).stream()
                    .sorted(Comparator.comparing(
                            entry -> Long.valueOf(entry.get("seq").n())))
                    .toList();

            assertThat(audit.stream().map(entry -> Long.valueOf(entry.get("seq").n())))
                    .as(target + ", -Dcrash.seed=" + SEED)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, audit.size()).boxed().toList());
            assertThat(audit.get(audit.size() - 1).get("what").s()).isEqualTo("announced");
        }
    }

    @Test
    void nothing_is_left_but_the_old_cluster_and_the_archived_copies() {
        assertThat(account.clusters(UserAccount.HOME))
                .as("-Dcrash.seed=" + SEED)
                .extracting(DBCluster::dbClusterIdentifier)
                .containsExactlyInAnyOrder(
                        "orders-one",
                        "orders-two",
                        "orders-three",
                        SWAPPED,
                        "ar-" + SWAPPED + "-" + idOf(SWAPPED) + "-old");
        assertThat(account.snapshots(UserAccount.HOME))
                .as("-Dcrash.seed=" + SEED)
                .extracting(DBClusterSnapshot::dbClusterSnapshotIdentifier)
                .containsExactlyInAnyOrderElementsOf(TARGETS.stream()
                        .map(target -> "ar-" + target + "-" + idOf(target) + "-copy")
                        .toList());
        assertThat(account.snapshots("us-west-2")).hasSize(2);
    }

    @Test
    void no_message_is_given_up() throws Exception {
        Eventually.that(() -> {
            allEnded();
            assertThat(account.messagesIn("aurora-restore-inbox")).isZero();
        });
        assertThat(account.messagesIn("aurora-restore-inbox-dead-letters")).isZero();
        assertThat(account.messagesIn("aurora-restore-database-dead-letters")).isZero();
    }

    private static String idOf(String target) {
        return account.restoreOf(target).get("id").s();
    }

    private static JsonNode message(JsonNode published) {
        try {
            return new JsonMapper().readTree(published.path("message").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
