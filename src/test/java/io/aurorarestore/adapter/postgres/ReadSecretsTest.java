package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.Restoring.await;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.Restore;
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
                        + " Secret app/text holds plain text. Expected is JSON as RDS writes it: {\"username\":"
                        + " \"\u2026\", \"password\": \"\u2026\"}. Secret app/nameless has no username.");
    }

    @Test
    void a_master_secret_that_cannot_be_written_is_told_with_the_users_before_there_is_a_cluster() {
        Restore restore =
                Restoring.of(orders).withSecret("app/gone", Grant.READ_ONLY).unstaged();
        orders.secrets().put(restore.masterSecret(), "hunter2");

        assertThat(failure(orders.database().readSecrets(restore)))
                .hasMessageStartingWith("Secret app/gone does not exist or lacks the version that is needed. Secret "
                        + restore.masterSecret() + " holds plain text.");
        orders.secrets().put(restore.masterSecret(), "{}");
    }

    @Test
    void two_passwords_of_one_role_are_told() {
        orders.secrets().put("app/b", Restoring.json("app", "p1"));
        orders.secrets().put("app/a", Restoring.json("app", "p2"));
        orders.secrets().put("app/c", Restoring.json("app", "p2"));
        Restoring restoring = Restoring.of(orders).withSecret("app/a", Grant.READ_ONLY);

        assertThat(await(orders.database()
                        .readSecrets(restoring
                                .and("b")
                                .withSecret("app/c", Grant.READ_ONLY)
                                .unstaged())))
                .isEqualTo("2 secret(s) can be read");
        assertThat(failure(orders.database()
                        .readSecrets(restoring
                                .and("b")
                                .withSecret("app/b", Grant.READ_ONLY)
                                .unstaged())))
                .hasMessage("Secrets app/a and app/b give role app two passwords: leave one of them out.");
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
