package io.aurorarestore.local.services.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.JsonService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A secret that is scheduled for deletion: it is there, but of no use. */
class DeletedSecretsTest {

    private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
    private final InstantSource time = now::get;
    private final JsonService secrets = new SecretsManager(time.withZone(ZoneOffset.UTC)).service();

    @BeforeEach
    void make() {
        call("CreateSecret", Json.object().put("Name", "s").put("SecretString", "one"));
    }

    @ParameterizedTest
    @CsvSource({
        "GetSecretValue, ''",
        "PutSecretValue, SecretString",
        "UpdateSecretVersionStage, VersionStage",
        "TagResource, ''",
        "DeleteSecret, ''"
    })
    void it_can_be_neither_read_nor_changed_nor_deleted_again(String operation, String needed) {
        delete(7);

        assertThat(refusal(operation, needed.isEmpty() ? s() : s().put(needed, "two")))
                .isEqualTo("InvalidRequestException");
    }

    @Test
    void its_name_is_taken() {
        delete(7);

        assertThat(refusal("CreateSecret", Json.object().put("Name", "s"))).isEqualTo("InvalidRequestException");
    }

    @Test
    void it_is_described_with_the_day_of_its_end_and_its_versions() {
        delete(7);

        JsonNode seen = call("DescribeSecret", s());
        assertThat(seen.path("DeletedDate").asLong())
                .isEqualTo(BEGIN.plus(Duration.ofDays(7)).getEpochSecond());
        assertThat(seen.path("VersionIdsToStages")).hasSize(1);
    }

    @Test
    void it_can_be_brought_back_until_then_as_it_was() {
        delete(7);
        now.set(BEGIN.plus(Duration.ofDays(7)).minusSeconds(1));

        call("RestoreSecret", s());

        assertThat(call("GetSecretValue", s()).path("SecretString").asText()).isEqualTo("one");
        assertThat(call("DescribeSecret", s()).has("DeletedDate")).isFalse();
    }

    @Test
    void then_it_is_gone_and_its_name_is_free() {
        delete(7);
        now.set(BEGIN.plus(Duration.ofDays(7)));

        assertThat(refusal("RestoreSecret", s())).isEqualTo("ResourceNotFoundException");
        assertThat(call("CreateSecret", Json.object().put("Name", "s")).has("ARN"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"6", "31", "0"})
    void a_window_is_seven_to_thirty_days(int days) {
        assertThat(refusal("DeleteSecret", s().put("RecoveryWindowInDays", days)))
                .isEqualTo("InvalidParameterException");
    }

    private void delete(int days) {
        call("DeleteSecret", s().put("RecoveryWindowInDays", days));
    }

    private JsonNode call(String operation, ObjectNode input) {
        return secrets.call("us-east-1", operation, input);
    }

    private String refusal(String operation, ObjectNode input) {
        return catchThrowableOfType(AwsException.class, () -> call(operation, input))
                .code();
    }

    private static ObjectNode s() {
        return Json.object().put("SecretId", "s");
    }
}
