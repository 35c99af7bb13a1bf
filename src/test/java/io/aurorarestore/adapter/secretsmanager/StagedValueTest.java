package io.aurorarestore.adapter.secretsmanager;

import static io.aurorarestore.adapter.secretsmanager.LocalSecrets.await;
import static io.aurorarestore.adapter.secretsmanager.SecretsManagerMasterSecretsTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;

class StagedValueTest {

    private static final JsonMapper JSON = new JsonMapper();

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

    /** As RDS makes it, and as the rotation of Secrets Manager, for one user or two, the console and CDK write it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'username':'old','password':'old'}",
                "{'username':'old','password':'old','engine':'postgres','host':'orders.cluster-x','port':5432,"
                        + "'dbClusterIdentifier':'orders'}",
                "{'engine':'postgres','host':'orders.cluster-x','username':'old','password':'old','dbname':'orders',"
                        + "'port':'5432'}",
                "{'engine':'aurora-postgresql','host':'orders.cluster-x','username':'old','password':'old',"
                        + "'dbname':null,'port':5432,'masterarn':'arn:aws:secretsmanager:us-east-1:123456789012:secret:m',"
                        + "'dbInstanceIdentifier':'orders-1'}",
                "{ 'username' : 'old',\n 'password' : 'old', 'more' : {'of' : [1]} }"
            })
    void a_secret_is_read_and_kept_in_every_form_that_rds_and_its_rotation_write(String form) throws IOException {
        local.put(secret, form.replace('\'', '"'));
        assertThat(await(local.reader().current(secret))).isEqualTo(new Credentials("old", new Sensitive("old")));
        await(local.reader().checkWritable(secret));

        String password = stage().password().reveal();

        ObjectNode expected = (ObjectNode) JSON.readTree(form.replace('\'', '"'));
        assertThat(JSON.readTree(local.value(secret, version)))
                .isEqualTo(expected.put("username", "postgres").put("password", password));
    }

    @Test
    void a_secret_that_says_nothing_else_gets_the_login_only() {
        local.put(secret, "{}");

        String password = stage().password().reveal();

        assertThat(local.value(secret, version))
                .isEqualTo("{\"username\":\"postgres\",\"password\":\"" + password + "\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "hunter2, holds plain text",
        "postgres:hunter2, holds plain text",
        "{hunter2, holds plain text",
        "'[\"hunter2\"]', holds no JSON object",
        "'\"hunter2\"', holds no JSON object",
        "7, holds no JSON object"
    })
    void what_is_no_object_is_not_written_over(String before, String why) {
        local.put(secret, before);

        for (Uni<?> refused : List.of(
                staging(), local.reader().checkWritable(secret), local.reader().current(secret))) {
            assertRefused(failure(refused), why);
        }
        assertThat(local.stages(secret)).hasSize(1);
    }

    @Test
    void a_binary_secret_is_not_written_over() {
        local.client()
                .createSecret(create -> create.name(secret).secretBinary(SdkBytes.fromUtf8String("hunter2")))
                .join();

        for (Uni<?> refused : List.of(
                staging(), local.reader().checkWritable(secret), local.reader().current(secret))) {
            assertRefused(failure(refused), "is binary");
        }
        assertThat(local.stages(secret)).hasSize(1);
    }

    @Test
    void a_secret_that_is_not_there_or_being_deleted_can_be_written_for_all_that_is_known() {
        await(local.reader().checkWritable(secret));

        local.put(secret, "plain");
        local.client().deleteSecret(delete -> delete.secretId(secret)).join();

        await(local.reader().checkWritable(secret));
    }

    @ParameterizedTest
    @CsvSource({
        "{'password':'p'}, has no username.",
        "{'username':'u'}, has no password.",
        "{'username':'u';'password':7}, has no password that is a text.",
        "{'username':'';'password':'p'}, has no username that is a text."
    })
    void what_a_login_lacks_is_told(String form, String what) {
        local.put(secret, form.replace('\'', '"').replace(';', ','));

        assertThat(failure(local.reader().current(secret))).hasMessage("Secret " + secret + " " + what);
    }

    private void assertRefused(CallFailedException failed, String why) {
        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.SECRET_UNUSABLE);
        assertThat(failed)
                .hasMessage("Secret " + secret + " " + why
                        + ". Expected is JSON as RDS writes it: {\"username\": \"\u2026\", \"password\": \"\u2026\"}.");
    }

    @Test
    void what_a_new_secret_says_of_itself_does_not_get_into_the_first_password() {
        String password = stage().password().reveal();

        assertThat(local.value(secret, version))
                .isEqualTo("{\"username\":\"postgres\",\"password\":\"" + password + "\"}");
    }

    private Credentials stage() {
        return await(staging());
    }

    private Uni<Credentials> staging() {
        return local.masterSecrets().stage(LocalSecrets.BY, secret, version, "postgres");
    }
}
