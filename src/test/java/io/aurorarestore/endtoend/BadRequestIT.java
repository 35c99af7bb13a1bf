package io.aurorarestore.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What cannot be done ends in one clear, coded message, and in nothing else. */
@ExtendWith(SharedAws.Resolver.class)
class BadRequestIT {

    private static final String SOURCE = "\"source\": {\"cluster\": \"orders-prod\", \"region\": \"us-west-2\"}";

    private static UserAccount account;

    @BeforeAll
    static void serve(SharedAws shared) {
        account = shared.account();
    }

    @Test
    void a_message_that_is_no_json() {
        account.inbox("this is no JSON");

        assertRefused(told("INVALID_REQUEST", "no JSON"));
    }

    @Test
    void a_request_without_a_target_or_a_source() {
        account.request("{\"requestId\": \"bad-empty\"}");

        JsonNode told = told("INVALID_REQUEST", "target is missing");
        assertRefused(told);
        assertThat(told.path("message").asText()).contains("source is missing");
    }

    @Test
    void an_unknown_profile() {
        account.request("{\"target\": \"orders-bad-a\", \"profile\": \"nobody\", " + SOURCE + "}");

        assertRefused(told("UNKNOWN_PROFILE", "nobody"));
        assertThat(restoresOf("orders-bad-a")).isEmpty();
    }

    @Test
    void an_unknown_snapshot() {
        account.request("{\"target\": \"orders-bad-b\", \"source\": {\"snapshot\": \"never-taken\"}}");

        JsonNode told = told("SNAPSHOT_NOT_FOUND", "never-taken");
        assertThat(account.restoreOf("orders-bad-b").get("status").s()).isEqualTo("ROLLED_BACK");
        assertThat(account.restoreOf("orders-bad-b").get("failure").s()).contains("SNAPSHOT_NOT_FOUND");
        assertThat(account.audit(account.restoreOf("orders-bad-b").get("id").s()))
                .anyMatch(entry -> entry.get("what").s().equals("failed"));
        assertRefused(told);
    }

    @Test
    void a_target_that_exists() {
        account.request("{\"target\": \"orders-staging\", " + SOURCE + "}");

        assertRefused(told("TARGET_EXISTS", "orders-staging"));
        assertThat(account.cluster("orders-staging").status()).isEqualTo("available");
    }

    @Test
    void a_target_that_is_being_restored() {
        account.request("{\"target\": \"orders-bad-c\", \"requestId\": \"bad-first\", " + SOURCE + "}");
        UserAccount.eventually(() -> restoresOf("orders-bad-c").findAny().orElse(null));
        account.request("{\"target\": \"orders-bad-c\", \"requestId\": \"bad-second\", " + SOURCE + "}");

        assertRefused(told("TARGET_BUSY", "orders-bad-c"));
        account.told(message -> message.path("subject").asText().contains("orders-bad-c")
                && message.path("topicArn").asText().endsWith("completion"));
        assertThat(restoresOf("orders-bad-c")).hasSize(1);
    }

    @Test
    void what_is_rolled_back_leaves_no_password_and_the_next_restore_has_its_secret_again() {
        String master = "aurora-restore/orders-bad-d/master";
        account.profile("strict", "{\"checks\": [\"select false\"]}");
        account.request("{\"target\": \"orders-bad-d\", \"profile\": \"strict\", " + SOURCE + "}");
        ended("orders-bad-d ROLLED_BACK");
        assertThat(account.isDeleted(master)).isTrue();

        account.request("{\"target\": \"orders-bad-d\", " + SOURCE + "}");
        ended("orders-bad-d SUCCEEDED");
        assertThat(account.isDeleted(master)).isFalse();
        assertThat(account.secret(master)).contains("\"password\"").doesNotContain("No restore");
    }

    private static void ended(String how) {
        account.told(message -> message.path("subject").asText().endsWith(how));
    }

    private static Stream<Object> restoresOf(String target) {
        return account.restores().stream()
                .filter(item -> item.get("target").s().equals(target))
                .map(item -> item);
    }

    private static JsonNode told(String code, String description) {
        return account.told(message -> message.path("message").asText().contains(code)
                && message.path("message").asText().contains(description));
    }

    /** Told once, on the error topic, and the message that asked for it is gone. */
    private static void assertRefused(JsonNode told) {
        assertThat(told.path("topicArn").asText()).endsWith(":aurora-restore-error");
        assertThat(account.sns().stream().filter(told::equals)).hasSize(1);
        UserAccount.eventually(() -> account.messagesIn("aurora-restore-inbox") == 0 ? true : null);
        assertThat(account.messagesIn("aurora-restore-inbox-dead-letters")).isZero();
    }
}
