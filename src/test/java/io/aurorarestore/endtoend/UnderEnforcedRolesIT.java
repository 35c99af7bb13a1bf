package io.aurorarestore.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.Tag;

/** What a function's role does not permit it cannot do, and it says so; who does not sign is not let in. */
class UnderEnforcedRolesIT {

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
        shop();
    }

    /** A cluster that the role may replace, of which nobody keeps the password; it is replaced while the other tests run. */
    private static void shop() {
        RdsClient rds = account.rds(UserAccount.HOME);
        Tag allowed = Tag.builder().key("aurora-restore:allowed").value("true").build();
        rds.restoreDBClusterToPointInTime(clone -> clone.sourceDBClusterIdentifier("orders-staging")
                .dbClusterIdentifier("shop-live")
                .restoreType("copy-on-write")
                .useLatestRestorableTime(true)
                .tags(allowed));
        UserAccount.eventually(() -> isIn("available", "shop-live") ? true : null);
        rds.createDBInstance(create -> create.dbInstanceIdentifier("shop-live-1")
                .dbClusterIdentifier("shop-live")
                .dbInstanceClass("db.r6g.large")
                .engine("aurora-postgresql")
                .tags(allowed));
        UserAccount.eventually(() -> isIn("available", "shop-live") ? true : null);
        account.profile("shop", "{\"masterSecret\": \"managed\", \"retirement\": \"delete-after: P2D\"}");
        account.request("{\"target\": \"shop-live\", \"profile\": \"shop\", \"replace\": \"swap\", " + SOURCE + "}");
    }

    private static boolean isIn(String status, String cluster) {
        return account.cluster(cluster).status().equals(status)
                && account.rds(UserAccount.HOME).describeDBInstances().dbInstances().stream()
                        .filter(one -> cluster.equals(one.dbClusterIdentifier()))
                        .allMatch(one -> status.equals(one.dbInstanceStatus()));
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

    @Test
    void the_dashboard_shows_and_its_buttons_do_by_their_own_roles_what_they_say() throws Exception {
        Matcher delete = offered("delete");
        String id = delete.group(1);
        String old = account.clusters(UserAccount.HOME).stream()
                .map(DBCluster::dbClusterIdentifier)
                .filter(name -> name.startsWith("ar-shop-live-"))
                .findFirst()
                .orElseThrow();
        assertThat(page("/?report=shop-live")).contains("Rehearsal report: shop-live", "it succeeded");
        account.rds(UserAccount.HOME).stopDBCluster(stop -> stop.dbClusterIdentifier(old));
        UserAccount.eventually(() -> isIn("stopped", old) ? true : null);

        assertThat(click(delete, "delete")).contains("It is deleted now.");
        Matcher resume = offered("resume");
        assertThat(resume.group(1)).isEqualTo(id);
        assertThat(page("/?restore=" + id)).contains("RETIREMENT_FAILED");

        account.rds(UserAccount.HOME).startDBCluster(start -> start.dbClusterIdentifier(old));
        UserAccount.eventually(() -> isIn("available", old) ? true : null);
        assertThat(click(resume, "resume")).contains("It goes on from where it failed.");
        UserAccount.eventually(() -> account.clusters(UserAccount.HOME).stream()
                        .noneMatch(one -> one.dbClusterIdentifier().equals(old))
                ? true
                : null);
        assertThat(account.audit(id))
                .filteredOn(entry -> entry.get("by").s().equals("the dashboard"))
                .extracting(entry -> entry.get("what").s())
                .containsExactlyInAnyOrder("retire requested", "resumed");
    }

    /** Where a button leads, once there is one. */
    private static Matcher offered(String operation) {
        Pattern link = Pattern.compile("restore=(\\w+)&amp;operation=" + operation + "&amp;version=(\\d+)");
        return UserAccount.eventually(() -> {
            Matcher found = link.matcher(page("/"));
            return found.find() ? found : null;
        });
    }

    private static String page(String path) {
        return send(HttpRequest.newBuilder(URI.create(account.api() + path)));
    }

    private static String click(Matcher button, String operation) {
        return send(HttpRequest.newBuilder(URI.create(account.api() + "/"))
                .header("Origin", account.api())
                .POST(BodyPublishers.ofString(
                        "restore=" + button.group(1) + "&operation=" + operation + "&version=" + button.group(2))));
    }

    private static String send(HttpRequest.Builder ask) {
        try {
            return HTTP.send(ask.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
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
