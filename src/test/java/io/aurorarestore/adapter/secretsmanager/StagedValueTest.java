package io.aurorarestore.adapter.secretsmanager;

import static io.aurorarestore.adapter.secretsmanager.LocalSecrets.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.request.Credentials;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagedValueTest {

    private static LocalSecrets local;

    private final String secret = "orders/" + UUID.randomUUID();
    private final String version = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        local = new LocalSecrets();
    }

    @AfterAll
    static void stop() {
        local.close();
    }

    @Test
    void only_the_login_changes_and_what_else_the_secret_says_stays() {
        local.put(
                secret,
                "{\"engine\":\"postgres\",\"host\":\"orders.example\",\"username\":\"old\",\"password\":\"old\","
                        + "\"port\":5432,\"dbname\":\"orders\",\"more\":{\"of\":[1]}}");

        String password = stage().password().reveal();

        assertThat(local.value(secret, version))
                .isEqualTo("{\"engine\":\"postgres\",\"host\":\"orders.example\",\"username\":\"postgres\","
                        + "\"password\":\"" + password
                        + "\",\"port\":5432,\"dbname\":\"orders\",\"more\":{\"of\":[1]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1]", "no JSON", "\"text\"", "null"})
    void a_secret_that_says_nothing_else_gets_the_login_only(String before) {
        local.put(secret, before);

        String password = stage().password().reveal();

        assertThat(local.value(secret, version))
                .isEqualTo("{\"username\":\"postgres\",\"password\":\"" + password + "\"}");
    }

    @Test
    void what_a_new_secret_says_of_itself_does_not_get_into_the_first_password() {
        String password = stage().password().reveal();

        assertThat(local.value(secret, version))
                .isEqualTo("{\"username\":\"postgres\",\"password\":\"" + password + "\"}");
    }

    private Credentials stage() {
        return await(local.masterSecrets().stage(LocalSecrets.BY, secret, version, "postgres"));
    }
}
