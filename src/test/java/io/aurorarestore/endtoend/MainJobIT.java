package io.aurorarestore.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.local.Eventually;
import io.aurorarestore.local.postgres.CertifiedHosts;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/** The main job, by the packaged function on the local AWS, as the user's command runs it. */
@TestMethodOrder(OrderAnnotation.class)
class MainJobIT {

    private static final String APP = "orders_app";
    private static final String APP_PASSWORD = "app-example-password";
    private static final String NEWEST = "select max(id) from orders";

    @TempDir
    private static Path work;

    private static LocalProgram program;
    private static UserAccount account;
    private static Matcher psql;
    private static Matcher calls;

    @BeforeAll
    static void restore() throws Exception {
        program = LocalProgram.start(work);
        account = program.account();
        program.line("status +SUCCEEDED");
        program.line("endpoint +orders-drill\\.cluster-local\\.us-east-1\\.rds\\.localhost:\\d+");
        psql = program.line("PGPASSWORD=(\\S+) .*PGSSLROOTCERT=(\\S+) psql -h (\\S+) -p (\\d+) -U (\\S+) (\\S+)");
        program.line("SNS +.*orders-drill");
        calls = program.line("AWS calls +(\\d+) ");
    }

    @AfterAll
    static void end() throws Exception {
        program.close();
    }

    @Test
    void the_application_reads_what_the_newest_snapshot_held() throws SQLException {
        String restored = account.ask("orders-drill", APP, APP_PASSWORD, NEWEST);

        assertThat(restored).isEqualTo("1000");
        assertThat(account.ask("orders-drill", "orders_readonly", "readonly-example-password", NEWEST))
                .isEqualTo(restored);
    }

    @Test
    void the_summary_shows_how_to_connect() {
        DBCluster cluster = account.cluster("orders-drill");

        assertThat(List.of(psql.group(1), psql.group(3), psql.group(4), psql.group(5), psql.group(6)))
                .containsExactly(APP_PASSWORD, cluster.endpoint(), String.valueOf(cluster.port()), APP, "orders");
    }

    @Test
    void the_certificate_is_of_the_authority_in_the_summary_and_as_told_still_for_the_staging_names() throws Exception {
        List<String> hosts =
                CertifiedHosts.at(Integer.parseInt(psql.group(4)), APP, APP_PASSWORD, Path.of(psql.group(2)));

        assertThat(hosts)
                .hasSize(3)
                .allMatch(
                        host -> host.matches("ar-orders-drill-\\w+-(new|\\d)\\..*local\\.us-east-1\\.rds\\.localhost"));
        assertThat(program.output()).contains("CERTIFICATE_STALE", "aws rds stop-db-cluster");
    }

    @Test
    void the_read_only_role_cannot_write_and_a_wrong_password_is_refused() {
        assertThatThrownBy(() -> account.ask(
                        "orders-drill",
                        "orders_readonly",
                        "readonly-example-password",
                        "delete from order_items returning order_id"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> account.ask("orders-drill", APP, "another password", NEWEST))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void the_master_secret_holds_a_new_password_that_works() throws Exception {
        JsonNode secret = new JsonMapper().readTree(account.secret("aurora-restore/orders-drill/master"));
        String password = secret.path("password").asText();

        assertThat(account.ask("orders-drill", secret.path("username").asText(), password, NEWEST))
                .isEqualTo("1000");
        assertThat(account.ask(
                        "orders-drill", "postgres", password, "select restore_id from aurora_restore.provenance"))
                .isEqualTo(account.restoreOf("orders-drill").get("id").s());
        assertThat(password).isNotEqualTo("prod-example-password");
        assertThat(program.output()).doesNotContain(password);
        assertThat(account.state().toString()).doesNotContain(password).doesNotContain(APP_PASSWORD);
    }

    @Test
    void one_new_cluster_stands_beside_the_old_ones_and_no_source_was_touched() {
        assertThat(account.clusters("us-east-1"))
                .extracting(DBCluster::dbClusterIdentifier)
                .contains("orders-staging", "orders-drill")
                .noneMatch(name -> name.endsWith("-new"));
        assertThat(account.snapshots("us-west-2"))
                .extracting(DBClusterSnapshot::dbClusterSnapshotIdentifier)
                .containsExactlyInAnyOrder("orders-prod-2026-11-19", "orders-prod-2026-11-20");
    }

    @Test
    void the_state_shows_the_restore_plainly_and_nothing_else_has_a_status() {
        Map<String, AttributeValue> item = account.restoreOf("orders-drill");

        assertThat(item.get("status").s()).isEqualTo("SUCCEEDED");
        assertThat(item.get("step").s()).isEqualTo("ArchiveSnapshot");
        assertThat(item).containsKey("id").doesNotContainKey("failure");
        assertThat(account.restores()).allMatch(one -> one.get("pk").s().startsWith("RESTORE#"));
    }

    @Test
    void the_audit_trail_has_no_gap_and_ends_with_the_announcement() throws Exception {
        String id = account.restoreOf("orders-drill").get("id").s();
        Eventually.that(() -> assertThat(account.audit(id))
                .last()
                .satisfies(last -> assertThat(last.get("what").s()).isEqualTo("announced")));
        List<Map<String, AttributeValue>> audit = account.audit(id);
        List<Long> numbers =
                audit.stream().map(item -> Long.valueOf(item.get("seq").n())).toList();

        assertThat(numbers)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    /** CloudWatch only reads lines that are nothing but JSON. */
    @Test
    void the_functions_log_holds_the_metrics_of_the_end_as_a_line_of_their_own() throws Exception {
        Eventually.that(() -> assertThat(metricLines()).anyMatch(line -> line.contains("Succeeded")));
        List<JsonNode> lines = new ArrayList<>();
        for (String line : metricLines()) {
            lines.add(new JsonMapper().readTree(line));
        }

        assertThat(lines.stream().filter(line -> line.has("Succeeded"))).hasSize(1);
        JsonNode metrics = lines.get(lines.size() - 1);
        assertThat(metrics.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("AuroraRestore");
        assertThat(metrics.path("Succeeded").asInt()).isEqualTo(1);
        assertThat(metrics.path("Duration").asLong()).isPositive();
    }

    private static List<String> metricLines() throws IOException {
        return Files.readAllLines(work.resolve("logs/aurora-restore-inbox.log")).stream()
                .filter(line -> line.contains("\"_aws\""))
                .toList();
    }

    @Test
    void the_calls_are_counted_by_service_and_operation() {
        JsonNode counted = account.local("/_local/calls");

        assertThat(account.local("/_local/calls/unknown").isEmpty()).isTrue();

        assertThat(counted.path("rds").path("RestoreDBClusterFromSnapshot").asInt())
                .isPositive();
        assertThat(Integer.parseInt(calls.group(1))).isBetween(50, 400);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void ended_by_a_signal_it_says_what_it_removed_and_leaves_no_process_no_port_and_no_cluster_behind()
            throws Exception {
        assertThat(program.output()).contains("stays up");
        List<ProcessHandle> processes = program.processes();
        assertThat(processes).hasSizeGreaterThanOrEqualTo(3);

        assertThat(program.terminatedWithin(Duration.ofMinutes(1))).isTrue();
        program.line("Stopped. Removed \\d+ databases");
        assertThat(work.resolve("postgres/volumes")).doesNotExist();
        Eventually.that(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
        new ServerSocket(URI.create(account.endpoint()).getPort()).close();
        new ServerSocket(URI.create(account.api()).getPort()).close();
    }
}
