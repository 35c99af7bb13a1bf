package io.aurorarestore.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a call may take. */
class TimeLimitsTest {

    /** As the engine leaves, see {@code Invocation}. */
    private static final Duration LEFT_FOR_A_CALL = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"dynamodb", "rds", "secretsmanager", "sns", "sqs"})
    void a_call_ends_by_its_own_time_and_by_nothing_else(String service) {
        Duration call = limit(service, "api-call-timeout");

        assertThat(call).isLessThan(LEFT_FOR_A_CALL);
        assertThat(limit(service, "api-call-attempt-timeout").multipliedBy(2)).isLessThan(call);
        assertThat(limit(service, "async-client.connection-acquisition-timeout"))
                .isGreaterThan(call);
    }

    /** As Quarkus reads it: {@code 15S} is {@code PT15S}. */
    private static Duration limit(String service, String name) {
        return Duration.parse("PT" + Resources.setting("quarkus." + service + "." + name));
    }
}
