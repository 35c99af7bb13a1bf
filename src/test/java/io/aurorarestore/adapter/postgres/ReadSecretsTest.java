package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.Restoring.await;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.port.CallFailedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReadSecretsTest {

    private static RestoredOrders orders;

    @BeforeAll
    static void start() throws Exception {
        orders = new RestoredOrders();
    }

    @AfterAll
    static void stop() {
        orders.close();
    }

    @Test
    void secrets_that_can_all_be_read_are_counted() {
        assertThat(await(orders.database()
                        .readSecrets(Restoring.of(orders)
                                .with("one", "p1", Grant.READ_ONLY)
                                .with("two", "p2", Grant.READ_WRITE)
                                .unstaged())))
                .isEqualTo("2 secret(s) can be read");
        assertThat(await(orders.database().readSecrets(Restoring.of(orders).unstaged())))
                .isEqualTo("0 secret(s) can be read");
    }

    @Test
    void every_unusable_secret_is_named_at_once_and_none_is_quoted() {
        orders.secrets().put("app/text", "hunter2");
        orders.secrets().put("app/nameless", "{\"password\":\"hunter2\"}");
        Restoring restoring = Restoring.of(orders).withSecret("app/missing", Grant.READ_ONLY);

        CallFailedException failed = failure(orders.database()
                .readSecrets(restoring
                        .with("fine", "hunter2", Grant.READ_ONLY)
                        .withSecret("app/text", Grant.READ_ONLY)
                        .withSecret("app/nameless", Grant.READ_ONLY)
                        .unstaged()));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.SECRET_UNUSABLE);
        assertThat(failed)
                .hasMessage("Secret app/missing does not exist or lacks the version that is needed."
                        + " Secret app/text is no JSON. Secret app/nameless has no username.");
    }

    @Test
    void one_unusable_secret_is_told_as_it_is() {
        CallFailedException failed = failure(orders.database()
                .readSecrets(Restoring.of(orders)
                        .withSecret("app/alone", Grant.READ_ONLY)
                        .unstaged()));

        assertThat(failed.failure().code()).isEqualTo(FailureCode.SECRET_UNUSABLE);
        assertThat(failed).hasMessageStartingWith("Secret app/alone does not exist");
    }
}
