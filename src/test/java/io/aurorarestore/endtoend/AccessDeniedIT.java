package io.aurorarestore.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a function's role does not permit it cannot do, and it says so; who does not sign is not let in. */
class AccessDeniedIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final String SOURCE = "\"source\": {\"cluster\": \"orders-prod\", \"region\": \"us-west-2\"}";

    private static final Set<String> LIVE = Set.of("RUNNING", "ROLLING_BACK");

    @TempDir
    private static Path work;

    private static LocalProgram program;
    private static UserAccount account;

    /** A role that may touch other clusters than the target, and the master secret of that target alone. */
    @BeforeAll
    static void serve() throws Exception {
        program = LocalProgram.startAgain(
                work,
                "-Dlocal.request=none",
                "-Dlocal.speed=400",
                "-Dlocal.auth=iam",
                "-Dlocal.parameters=TargetPattern=shop-*,MasterSecretPattern=aurora-restore/orders-staging/*,"
                        + "UserSecretPattern=aurora-restore/orders/*");
        account = program.account();
    }

    @AfterAll
    static void end() throws Exception {
        program.close();
    }

    @Test
    void a_secret_that_the_role_does_not_name_stops_the_pre_flight() throws Exception {
        account.request("{\"target\": \"orders-drill\", " + SOURCE + "}");

        JsonNode told = denied("orders-drill", "secretsmanager:DescribeSecret");
        assertThat(told.path("message").asText()).contains("aurora-restore/orders-drill/master");
        assertRolledBack("orders-drill");
        program.line("denied: User: .*:assumed-role/InboxRole/aurora-restore-inbox is not authorized to perform: "
                + "secretsmanager:DescribeSecret");
    }

    @Test
    void a_target_that_the_role_does_not_name_is_not_renamed_and_all_is_undone() {
        account.request("{\"target\": \"orders-staging\", \"replace\": \"swap\", " + SOURCE + "}");

        denied("orders-staging", "rds:ModifyDBCluster");
        assertRolledBack("orders-staging");
        assertThat(account.cluster("orders-staging").status()).isEqualTo("available");
        assertThat(account.clusters(UserAccount.HOME))
                .noneMatch(one -> one.dbClusterIdentifier().startsWith("ar-orders-staging"));
    }

    @Test
    void the_http_api_answers_only_who_signs_and_knows_them_by_their_arn() throws Exception {
        HttpRequest.Builder ask = HttpRequest.newBuilder(URI.create(account.api() + "/restores"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"target\": \"orders-signed\", \"source\": {\"snapshot\": \"none\"}}"));
        assertThat(HTTP.send(ask.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(403);

        ask.header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=alice/20261126/us-east-1/execute-api/aws4_request, SignedHeaders=host,"
                        + " Signature=00");
        assertThat(HTTP.send(ask.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(202);
        assertRolledBack("orders-signed");
        assertThat(account.audit(account.restoreOf("orders-signed").get("id").s()))
                .anySatisfy(entry -> assertThat(entry.get("by").s()).isEqualTo("arn:aws:iam::123456789012:user/alice"));
    }

    private static void assertRolledBack(String target) {
        String status = UserAccount.eventually(
                () -> Optional.of(account.restoreOf(target).get("status").s())
                        .filter(now -> !LIVE.contains(now))
                        .orElse(null));
        assertThat(status).isEqualTo("ROLLED_BACK");
    }

    private static JsonNode denied(String target, String action) {
        return account.told(message -> message.path("subject").asText().contains(target)
                && message.path("message").asText().contains("ACCESS_DENIED")
                && message.path("message").asText().contains(action));
    }
}
