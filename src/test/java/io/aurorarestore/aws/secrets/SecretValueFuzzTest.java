package io.aurorarestore.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.fuzz.Fuzz;
import io.aurorarestore.port.CallFailed;
import io.aurorarestore.restore.Credentials;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Sensitive;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretValueFuzzTest {

    private static final String MARK = "hunter2";
    private static final List<String> SAMPLES = List.of(
            "{\"username\":\"app\",\"password\":\"hunter2\"}",
            "{\"username\":\"app\",\"password\":\"hunter2\",\"host\":\"orders\",\"port\":5432,\"more\":{\"a\":[1]}}");

    @Test
    void a_secret_is_read_or_unusable_and_never_quoted() {
        Fuzz.run(SAMPLES, text -> {
            try {
                assertThat(SecretValue.read("orders/app", text).username()).isNotEmpty();
            } catch (CallFailed failed) {
                assertThat(failed.failure().code()).isEqualTo(FailureCode.SECRET_UNUSABLE);
                assertThat(failed).hasMessageNotContaining(MARK).hasNoCause();
            }
        });
    }

    @Test
    void a_new_login_is_written_over_whatever_was_there() {
        Credentials fresh = new Credentials("postgres", new Sensitive("a new one"));

        Fuzz.run(
                SAMPLES,
                text -> assertThat(SecretValue.read("orders/app", SecretValue.write(Optional.of(text), fresh)))
                        .isEqualTo(fresh));
    }
}
