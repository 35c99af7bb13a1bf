package io.aurorarestore.adapter.secretsmanager;

import static io.aurorarestore.adapter.secretsmanager.LocalSecrets.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.port.CallFailedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whose password is staged, and how it is dropped again. */
class StagedVersionsTest {

    private static LocalSecrets local;

    private final String secret = "aurora-restore/" + UUID.randomUUID() + "/master";
    private final String one = UUID.randomUUID().toString();
    private final String two = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        local = new LocalSecrets();
    }

    @AfterAll
    static void stop() {
        local.close();
    }

    @AfterEach
    void mend() {
        local.refuseNothing();
    }

    @Test
    void in_a_secret_that_there_is_not_nothing_is_staged() {
        assertThat(staged()).isEmpty();
    }

    @Test
    void a_staged_version_is_seen_until_it_is_activated() {
        local.put(secret, "{}");
        assertThat(staged()).isEmpty();
        stage(one);
        assertThat(staged()).contains(one);
        await(local.masterSecrets().activate(secret, one));
        assertThat(staged()).isEmpty();
    }

    @Test
    void the_latest_staged_version_is_the_one_that_is_seen() {
        local.put(secret, "{}");
        stage(one);
        stage(two);
        assertThat(staged()).contains(two);
    }

    @Test
    void the_first_password_of_a_new_secret_is_in_the_way_of_others_too() {
        stage(one);
        assertThat(staged()).contains(one);
    }

    @Test
    void a_dropped_version_is_not_staged_any_more_and_the_current_one_stays() {
        String current = local.put(secret, "{}");
        stage(one);
        for (int time = 0; time < 2; time++) {
            drop(one);
            assertThat(staged()).isEmpty();
            assertThat(local.stages(secret)).containsEntry(current, List.of("AWSCURRENT"));
        }
    }

    @Test
    void another_staged_version_is_not_dropped() {
        local.put(secret, "{}");
        stage(one);
        drop(two);
        assertThat(staged()).contains(one);
    }

    @Test
    void a_version_that_is_current_is_never_dropped() {
        local.stage(secret, one, "{}");
        for (int time = 0; time < 2; time++) {
            drop(one);
            assertThat(local.stages(secret)).isEqualTo(Map.of(one, List.of("AWSCURRENT")));
        }
    }

    @Test
    void dropping_from_a_secret_that_is_gone_does_nothing() {
        drop(one);
        assertThat(staged()).isEmpty();
    }

    @Test
    void a_secrets_manager_that_is_throttled_is_asked_again() {
        local.refuse(new AwsException(400, "ThrottlingException", "Rate exceeded"));
        assertThat(SecretsManagerMasterSecretsTest.failure(local.masterSecrets().staged(secret))
                        .kind())
                .isEqualTo(CallFailedException.Kind.RETRY);
        assertThat(SecretsManagerMasterSecretsTest.failure(local.masterSecrets().drop(LocalSecrets.BY, secret, one))
                        .kind())
                .isEqualTo(CallFailedException.Kind.RETRY);
    }

    private Optional<String> staged() {
        return await(local.masterSecrets().staged(secret));
    }

    private void stage(String version) {
        await(local.masterSecrets().stage(LocalSecrets.BY, secret, version, "postgres"));
    }

    private void drop(String version) {
        await(local.masterSecrets().drop(LocalSecrets.BY, secret, version));
    }
}
