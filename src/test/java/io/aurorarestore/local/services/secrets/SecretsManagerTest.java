package io.aurorarestore.local.services.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.LocalEndpoint;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

class SecretsManagerTest {

    private static final String ONE = "1".repeat(32);
    private static final String TWO = "2".repeat(32);
    private static final String THREE = "3".repeat(32);

    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final SecretsManagerClient client =
            new LocalClients(endpoint).in("us-east-1", SecretsManagerClient.builder());

    @BeforeEach
    void start() {
        endpoint.serve("secretsmanager", new SecretsManager(Clock.systemUTC()).service());
        endpoint.start();
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void a_secret_is_found_by_name_by_arn_and_by_an_arn_without_its_end() {
        var created = client.createSecret(
                create -> create.name("app/db").secretString("s").clientRequestToken(ONE));

        assertThat(created.arn()).matches("arn:aws:secretsmanager:us-east-1:123456789012:secret:app/db-\\w{6}");
        assertThat(created.versionId()).isEqualTo(ONE);
        String partial = created.arn().substring(0, created.arn().length() - 7);
        for (String id : List.of("app/db", created.arn(), partial)) {
            assertThat(client.getSecretValue(get -> get.secretId(id)).secretString())
                    .isEqualTo("s");
        }
    }

    @Test
    void bytes_are_a_value_too() {
        client.createSecret(create -> create.name("bytes").secretBinary(SdkBytes.fromByteArray(new byte[] {1, 2})));

        assertThat(client.getSecretValue(get -> get.secretId("bytes"))
                        .secretBinary()
                        .asByteArray())
                .containsExactly(1, 2);
    }

    @Test
    void a_secret_without_a_value_has_no_current_version() {
        client.createSecret(create -> create.name("empty"));

        assertThat(client.describeSecret(describe -> describe.secretId("empty")).hasVersionIdsToStages())
                .isFalse();
        assertThatThrownBy(() -> value("empty"))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining(
                        "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT");
    }

    @Test
    void creating_again_is_fine_with_the_same_token_and_value_only() {
        client.createSecret(create -> create.name("once").secretString("s").clientRequestToken(ONE));
        client.createSecret(create -> create.name("once").secretString("s").clientRequestToken(ONE));

        assertThatThrownBy(() -> client.createSecret(
                        create -> create.name("once").secretString("s").clientRequestToken(TWO)))
                .isInstanceOf(ResourceExistsException.class);
        assertThatThrownBy(() -> client.createSecret(create -> create.name("once")))
                .isInstanceOf(ResourceExistsException.class);
    }

    @Test
    void a_new_value_becomes_current_and_the_one_before_previous_and_the_oldest_goes() {
        client.createSecret(create -> create.name("s").secretString("one").clientRequestToken(ONE));
        put(TWO, "two");
        put(THREE, "three");

        assertThat(value("s").secretString()).isEqualTo("three");
        assertThat(stages()).isEqualTo(Map.of(TWO, List.of("AWSPREVIOUS"), THREE, List.of("AWSCURRENT")));
        assertThatThrownBy(() -> client.getSecretValue(get -> get.secretId("s").versionId(ONE)))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void putting_a_version_again_changes_nothing_unless_its_value_differs() {
        client.createSecret(create -> create.name("s").secretString("one").clientRequestToken(ONE));
        putPending(TWO, "two");

        putPending(TWO, "two");

        assertThat(stages()).isEqualTo(Map.of(ONE, List.of("AWSCURRENT"), TWO, List.of("AWSPENDING")));
        assertThatThrownBy(() -> putPending(TWO, "other")).isInstanceOf(ResourceExistsException.class);
    }

    @Test
    void a_pending_version_is_made_current() {
        client.createSecret(create -> create.name("s").secretString("one").clientRequestToken(ONE));
        putPending(TWO, "two");
        assertThat(value("s").secretString()).isEqualTo("one");

        client.updateSecretVersionStage(update -> update.secretId("s")
                .versionStage("AWSCURRENT")
                .moveToVersionId(TWO)
                .removeFromVersionId(ONE));

        assertThat(value("s").secretString()).isEqualTo("two");
        assertThat(stages()).isEqualTo(Map.of(ONE, List.of("AWSPREVIOUS"), TWO, List.of("AWSCURRENT", "AWSPENDING")));
    }

    @Test
    void a_pending_version_that_loses_its_label_is_gone() {
        client.createSecret(create -> create.name("s").secretString("one").clientRequestToken(ONE));
        putPending(TWO, "two");

        client.updateSecretVersionStage(
                update -> update.secretId("s").versionStage("AWSPENDING").removeFromVersionId(TWO));

        assertThat(stages()).isEqualTo(Map.of(ONE, List.of("AWSCURRENT")));
    }

    @Test
    void the_first_version_is_current_whatever_its_label() {
        client.createSecret(create -> create.name("s"));
        putPending(ONE, "one");

        assertThat(stages()).isEqualTo(Map.of(ONE, List.of("AWSCURRENT", "AWSPENDING")));
    }

    @Test
    void whoever_moves_a_label_must_know_where_it_is() {
        client.createSecret(create -> create.name("s").secretString("one").clientRequestToken(ONE));
        putPending(TWO, "two");

        assertThatThrownBy(() -> client.updateSecretVersionStage(update ->
                        update.secretId("s").versionStage("AWSCURRENT").moveToVersionId(TWO)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("currently attached to version " + ONE);
        assertThatThrownBy(() -> client.updateSecretVersionStage(update ->
                        update.secretId("s").versionStage("AWSCURRENT").removeFromVersionId(ONE)))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> client.updateSecretVersionStage(update ->
                        update.secretId("s").versionStage("AWSPENDING").moveToVersionId(THREE)))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void a_version_and_a_label_asked_for_together_must_agree() {
        client.createSecret(create -> create.name("s").secretString("one").clientRequestToken(ONE));

        assertThatThrownBy(() -> client.getSecretValue(
                        get -> get.secretId("s").versionId(ONE).versionStage("AWSPENDING")))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void a_deleted_secret_can_be_neither_read_nor_made_again_until_restored() {
        client.createSecret(create -> create.name("s").secretString("one"));
        client.deleteSecret(delete -> delete.secretId("s"));

        assertThatThrownBy(() -> value("s")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> client.createSecret(create -> create.name("s")))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(client.listSecrets().secretList()).isEmpty();

        client.restoreSecret(restore -> restore.secretId("s"));
        assertThat(value("s").secretString()).isEqualTo("one");
    }

    @Test
    void a_secret_deleted_by_force_is_gone_at_once() {
        client.createSecret(create -> create.name("s").secretString("one"));
        client.deleteSecret(delete -> delete.secretId("s").forceDeleteWithoutRecovery(true));

        assertThatThrownBy(() -> value("s")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void tags_are_added() {
        client.createSecret(create -> create.name("s").tags(tag("a", "1"), tag("b", "2")));
        client.tagResource(add -> add.secretId("s").tags(tag("c", "3")));

        assertThat(client.describeSecret(describe -> describe.secretId("s")).tags())
                .containsExactly(tag("a", "1"), tag("b", "2"), tag("c", "3"));
    }

    @Test
    void a_list_has_all_and_is_not_filtered() {
        client.createSecret(create -> create.name("s"));
        client.createSecret(create -> create.name("other"));

        assertThat(client.listSecrets().secretList())
                .extracting(secret -> secret.name())
                .containsExactly("other", "s");
        assertThatThrownBy(() -> client.listSecrets(list -> list.maxResults(1)))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void regions_are_apart() {
        client.createSecret(create -> create.name("s").secretString("one"));
        var west = new LocalClients(endpoint).in("us-west-2", SecretsManagerClient.builder());

        assertThatThrownBy(() -> west.getSecretValue(get -> get.secretId("s")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private void put(String version, String value) {
        client.putSecretValue(put -> put.secretId("s").secretString(value).clientRequestToken(version));
    }

    private void putPending(String version, String value) {
        client.putSecretValue(put -> put.secretId("s")
                .secretString(value)
                .clientRequestToken(version)
                .versionStages("AWSPENDING"));
    }

    private GetSecretValueResponse value(String secret) {
        return client.getSecretValue(get -> get.secretId(secret));
    }

    private Map<String, List<String>> stages() {
        return client.describeSecret(describe -> describe.secretId("s")).versionIdsToStages();
    }

    private Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
