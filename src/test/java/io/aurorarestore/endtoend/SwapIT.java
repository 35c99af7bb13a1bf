package io.aurorarestore.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.local.postgres.CertifiedHosts;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/** A cluster that is in use, through everything that may happen to it, on real PostgreSQL. */
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(SharedAws.Resolver.class)
class SwapIT {

    private static final String TARGET = "orders-staging";
    private static final String OLD = "400";
    private static final String NEW = "1000";
    private static final String COUNT = "select count(*) from orders";
    private static final String REQUEST =
            "{\"target\": \"orders-staging\", \"requestId\": \"swap-%s\", \"replace\": \"%s\","
                    + " \"source\": {\"cluster\": \"orders-prod\", \"region\": \"us-west-2\", \"on\": \"2026-11-20\"}%s}";

    private static final String FAULTS = "/_local/faults";
    private static final String NO_CAPACITY = "{\"service\":\"rds\",\"operation\":\"CreateDBInstance\","
            + "\"error\":\"InsufficientDBInstanceCapacity\",\"times\":%d}";

    private static UserAccount account;
    private static Path authority;

    @BeforeAll
    static void serve(SharedAws shared) {
        account = shared.account();
        authority = shared.work().resolve("postgres/rds-ca.pem");
        UserAccount.eventually(() -> account.restores().stream().noneMatch(SwapIT::isUnderWay) ? true : null);
    }

    /** The faults below are for no other restore, and no other makes calls beside a dry run. */
    private static boolean isUnderWay(Map<String, AttributeValue> restore) {
        return Set.of("RUNNING", "ROLLING_BACK").contains(restore.get("status").s());
    }

    @Test
    @Order(1)
    void a_dry_run_tells_what_would_happen_and_changes_nothing() {
        Map<String, Integer> before = changes();
        long restores = restores();
        ask("dry", "swap", ", \"dryRun\": true");

        JsonNode told = plan();
        assertThat(told.path("plan").path("problems")).isEmpty();
        assertThat(told.path("plan")
                        .path("settings")
                        .path("instanceClass")
                        .path("from")
                        .asText())
                .isEqualTo("the cluster that is replaced");
        assertThat(told.path("text").asText()).contains("SetAsideOld").contains("nothing is in the way");
        assertThat(restores()).isEqualTo(restores);
        assertThat(changes()).isEqualTo(before);
    }

    @Test
    @Order(2)
    void a_check_that_does_not_hold_leaves_the_old_cluster_as_it_was() throws SQLException {
        account.profile("strict", "{\"checks\": [\"select false\"]}");
        DBCluster old = account.cluster(TARGET);
        ask("strict", "swap", ", \"profile\": \"strict\"");

        JsonNode told = told("strict", "ROLLED_BACK");
        assertThat(told.path("code").asText()).isEqualTo("VERIFICATION_FAILED");
        assertThat(account.cluster(TARGET).dbClusterResourceId()).isEqualTo(old.dbClusterResourceId());
        assertThat(asMaster()).isEqualTo(OLD);
        assertThat(clusters()).hasSize(1);
        assertThat(snapshots()).isEmpty();
    }

    @Test
    @Order(3)
    void cancelled_on_the_way_it_is_undone() throws SQLException {
        account.post(FAULTS, NO_CAPACITY.formatted(100_000));
        ask("cancelled", "swap", "");
        UserAccount.eventually(() -> clusters().size() == 2 ? true : null);
        account.publish("Restore Cancel Requested", "{\"target\": \"orders-staging\", \"reason\": \"not today\"}");

        JsonNode told = told("cancelled", "CANCELLED");
        account.delete(FAULTS);
        assertThat(told.path("text").asText()).contains("not today");
        assertThat(asMaster()).isEqualTo(OLD);
        assertThat(clusters()).hasSize(1);
    }

    @Test
    @Order(4)
    void the_old_data_serves_until_the_swap_and_the_new_data_after_it() throws SQLException {
        account.post(FAULTS, NO_CAPACITY.formatted(2));
        String oldId = account.cluster(TARGET).dbClusterResourceId();
        account.profile("renewing", "{\"certificate\": \"renew\"}");
        account.scaled(TARGET, 1, 4);
        ask("swap", "swap", ", \"profile\": \"renewing\"");

        Set<String> served = new LinkedHashSet<>();
        JsonNode told = UserAccount.eventually(() -> {
            answer().forEach(served::add);
            return find("swap", "SUCCEEDED");
        });
        served.addAll(UserAccount.eventually(() -> answer().isEmpty() ? null : answer()));

        assertThat(served).containsExactly(OLD, NEW);
        assertThat(told.path("warnings").toString())
                .contains(
                        "alarms",
                        "some 10 to 30 minutes",
                        "target cluster:orders-staging, for 1 to 4 readers",
                        "put-scaling-policy",
                        "RDSReaderAverageCPUUtilization")
                .doesNotContain("CERTIFICATE_STALE");
        assertThat(changes()).containsKeys("StopDBCluster", "StartDBCluster");
        assertThat(account.cluster(TARGET).dbClusterResourceId()).isNotEqualTo(oldId);
        assertThat(account.cluster(TARGET).tagList().toString()).contains("team", "aurora-restore:allowed");
        assertThat(clusters())
                .anyMatch(one -> one.dbClusterResourceId().equals(oldId)
                        && one.dbClusterIdentifier().endsWith("-old"));
        assertThat(account.ask(TARGET, "orders_app", "app-example-password", COUNT))
                .isEqualTo(NEW);
    }

    @Test
    @Order(5)
    void the_renewed_certificate_is_for_the_target() throws SQLException {
        DBCluster target = account.cluster(TARGET);

        assertThat(CertifiedHosts.at(target.port(), "orders_app", "app-example-password", authority))
                .contains(target.endpoint(), target.readerEndpoint());
    }

    @Test
    @Order(6)
    void delete_first_keeps_a_final_snapshot() throws SQLException {
        ask("first", "delete-first", ", \"finalSnapshot\": true");

        told("first", "SUCCEEDED");
        assertThat(asMaster()).isEqualTo(NEW);
        assertThat(snapshots())
                .extracting(DBClusterSnapshot::dbClusterSnapshotIdentifier)
                .anyMatch(name -> name.endsWith("-final"));
    }

    @Test
    @Order(7)
    void delete_first_without_a_word_on_the_data_is_refused() {
        ask("careless", "delete-first", "");

        assertThat(told("careless", "REFUSED").path("code").asText()).isEqualTo("DATA_LOSS_NOT_ACCEPTED");
    }

    private static void ask(String id, String replace, String more) {
        account.request(String.format(REQUEST, id, replace, more));
    }

    private static JsonNode plan() {
        return message(account.told(message -> message(message).has("plan")));
    }

    private static JsonNode told(String id, String status) {
        return UserAccount.eventually(() -> find(id, status));
    }

    private static JsonNode find(String id, String status) {
        return account.sns().stream()
                .map(SwapIT::message)
                .filter(told -> told.path("requestId").asText().equals("swap-" + id))
                .filter(told -> told.path("status").asText().equals(status))
                .findFirst()
                .orElse(null);
    }

    /** Else the pre-flight would take it for nothing that is in the way. */
    @Test
    @Order(Integer.MAX_VALUE)
    void no_call_was_one_that_the_local_aws_does_not_know() {
        assertThat(account.local("/_local/calls/unknown").isEmpty()).isTrue();
    }

    private static long restores() {
        return account.restores().stream()
                .filter(restore -> restore.get("target").s().equals(TARGET))
                .count();
    }

    /** How often what changes RDS was called, by operation. */
    private static Map<String, Integer> changes() {
        Map<String, Integer> counts = new HashMap<>();
        for (Map.Entry<String, JsonNode> operation :
                account.local("/_local/calls").path("rds").properties()) {
            if (!operation.getKey().startsWith("Describe")) {
                counts.put(operation.getKey(), operation.getValue().asInt());
            }
        }
        return counts;
    }

    /** The target, and what was made or set aside for it: its name is in theirs. */
    private static List<DBCluster> clusters() {
        return account.clusters(UserAccount.HOME).stream()
                .filter(one -> one.dbClusterIdentifier().contains(TARGET))
                .toList();
    }

    private static List<DBClusterSnapshot> snapshots() {
        return account.snapshots(UserAccount.HOME).stream()
                .filter(one -> one.dbClusterSnapshotIdentifier().contains(TARGET))
                .toList();
    }

    /** Nothing, where nobody answers: between two names, or while the password changes. */
    private static List<String> answer() {
        try {
            return List.of(asMaster());
        } catch (SQLException | RuntimeException e) {
            return List.of();
        }
    }

    private static String asMaster() throws SQLException {
        JsonNode secret = json(account.secret("aurora-restore/" + TARGET + "/master"));
        return account.ask(
                TARGET,
                secret.path("username").asText(),
                secret.path("password").asText(),
                COUNT);
    }

    private static JsonNode message(JsonNode published) {
        return json(published.path("message").asText());
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
