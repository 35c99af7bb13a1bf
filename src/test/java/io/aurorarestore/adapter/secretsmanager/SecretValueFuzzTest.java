package io.aurorarestore.adapter.secretsmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.fuzz.Fuzz;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.port.CallFailedException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

public class SecretValueFuzzTest {

    private static final String MARK = "hunter2";
    public static final List<String> SAMPLES = List.of(
            "{\"username\":\"app\",\"password\":\"hunter2\"}",
            "{\"username\":\"app\",\"password\":\"hunter2\",\"host\":\"orders\",\"port\":5432,\"more\":{\"a\":[1]}}");

    public static final Fuzz.Target SECRETS = SecretValueFuzzTest::read;
    public static final Fuzz.Target ROTATED = SecretValueFuzzTest::write;

    @Test
    void a_secret_is_read_or_unusable_and_never_quoted() {
        Fuzz.run(SAMPLES, SECRETS);
    }

    @Test
    void a_new_login_is_written_into_an_object_and_over_nothing_else() {
        Fuzz.run(SAMPLES, ROTATED);
    }

    private static void read(String text) {
        try {
            assertThat(SecretValue.read("orders/app", text).username()).isNotEmpty();
        } catch (CallFailedException failed) {
            assertThat(failed.failure().code()).isEqualTo(FailureCode.SECRET_UNUSABLE);
            assertThat(failed).hasMessageNotContaining(MARK).hasNoCause();
        }
    }

    private static void write(String text) {
        Credentials fresh = new Credentials("postgres", new Sensitive("a new one"));
        try {
            assertThat(SecretValue.read("orders/app", SecretValue.write("orders/app", Optional.of(text), fresh)))
                    .isEqualTo(fresh);
        } catch (CallFailedException failed) {
            assertThat(failed)
                    .hasMessageStartingWith("Secret orders/app holds ")
                    .hasMessageNotContaining(MARK);
        }
    }
}
