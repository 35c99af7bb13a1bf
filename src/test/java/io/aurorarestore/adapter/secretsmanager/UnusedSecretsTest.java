package io.aurorarestore.adapter.secretsmanager;

import static io.aurorarestore.adapter.secretsmanager.LocalSecrets.await;
import static io.aurorarestore.adapter.secretsmanager.SecretsManagerMasterSecretsTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** A secret that a restore made and that was never used: it goes with the restore, and comes with the next. */
class UnusedSecretsTest {

    /** More than any of these takes. */
    private static final int MANY = 10;

    private static final String VALUE = "{\"username\":\"postgres\",\"password\":\"somebody's\"}";

    private static LocalSecrets local;

    private final String secret = "aurora-restore/" + UUID.randomUUID() + "/master";
    private final RestoreId mine = new RestoreId("mine12345678");
    private final RestoreId next = new RestoreId("next12345678");
    private final String one = UUID.randomUUID().toString();
    private final String two = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        local = new LocalSecrets();
    }

    @AfterEach
    void mend() {
        local.refuseNothing();
    }

    @AfterAll
    static void stop() {
        local.close();
    }

    @Test
    void a_secret_that_a_restore_makes_carries_its_tag_from_the_first() {
        stage(mine, one);

        assertThat(local.describe(secret).tags())
                .containsExactly(Tag.builder()
                        .key(Ownership.RESTORE_TAG)
                        .value(mine.value())
                        .build());
    }

    @Test
    void what_was_made_for_nothing_is_scheduled_for_deletion_and_holds_no_password() {
        stage(mine, one);

        for (int time = 0; time < 2; time++) {
            drop(mine, one);
            assertThat(isDeleted()).isTrue();
            assertThat(local.stages(secret)).isEqualTo(Map.of(Placeholder.VERSION, List.of("AWSCURRENT")));
        }
    }

    @Test
    void it_can_be_brought_back_for_seven_days() {
        stage(mine, one);
        drop(mine, one);

        assertThat(local.describe(secret).deletedDate())
                .isAfter(local.describe(secret).createdDate().plusSeconds(7 * 24 * 3600 - 1))
                .isBefore(local.describe(secret).createdDate().plusSeconds(7 * 24 * 3600 + 3600));
    }

    @Test
    void the_next_restore_brings_it_back_and_would_delete_it_again() {
        stage(mine, one);
        drop(mine, one);

        assertThat(await(local.masterSecrets().staged(secret))).isEmpty();
        Credentials staged = stage(next, two);

        assertThat(isDeleted()).isFalse();
        assertThat(await(local.reader().version(secret, two))).isEqualTo(staged);
        drop(next, two);
        assertThat(isDeleted()).isTrue();
    }

    @Test
    void a_secret_that_serves_is_not_deleted_by_an_undo_that_comes_late() {
        stage(mine, one);
        await(local.masterSecrets().activate(secret, one));

        drop(mine, one);

        assertThat(isDeleted()).isFalse();
        assertThat(local.stages(secret)).containsEntry(one, List.of("AWSCURRENT"));
    }

    @Test
    void a_secret_that_serves_is_not_deleted_by_the_undo_of_the_next_restore() {
        stage(mine, one);
        await(local.masterSecrets().activate(secret, one));
        stage(next, two);

        drop(next, two);

        assertThat(isDeleted()).isFalse();
        assertThat(local.stages(secret)).containsEntry(one, List.of("AWSCURRENT"));
    }

    @Test
    void a_secret_that_somebody_else_made_is_kept() {
        local.put(secret, VALUE);
        stage(mine, one);

        drop(mine, one);

        assertThat(isDeleted()).isFalse();
    }

    @Test
    void a_secret_that_somebody_made_without_a_value_gets_no_current_password_and_is_kept() {
        local.client().createSecret(create -> create.name(secret)).join();

        stage(mine, one);

        assertThat(local.stages(secret))
                .isEqualTo(Map.of(Placeholder.VERSION, List.of("AWSCURRENT"), one, List.of("AWSPENDING")));
        drop(mine, one);
        assertThat(isDeleted()).isFalse();
    }

    @Test
    void a_secret_into_which_somebody_put_a_value_meanwhile_is_kept() {
        stage(mine, one);
        local.put(secret, VALUE);

        drop(mine, one);

        assertThat(isDeleted()).isFalse();
    }

    @Test
    void a_secret_in_which_another_restore_has_staged_is_kept() {
        stage(mine, one);
        local.client()
                .putSecretValue(put -> put.secretId(secret)
                        .clientRequestToken(two)
                        .versionStages("AWSPENDING")
                        .secretString(VALUE))
                .join();

        drop(mine, one);

        assertThat(isDeleted()).isFalse();
        assertThat(await(local.masterSecrets().staged(secret))).contains(two);
    }

    @Test
    void another_restores_secret_is_kept() {
        stage(mine, one);

        drop(next, one);

        assertThat(isDeleted()).isFalse();
    }

    @Test
    void what_an_earlier_restore_left_is_taken_over() {
        stage(mine, one);
        local.client()
                .updateSecretVersionStage(
                        move -> move.secretId(secret).versionStage("AWSPENDING").removeFromVersionId(one))
                .join();

        stage(next, two);
        drop(next, two);

        assertThat(isDeleted()).isTrue();
    }

    @Test
    void a_secret_that_somebody_deletes_is_not_brought_back() {
        local.put(secret, VALUE);
        local.client().deleteSecret(delete -> delete.secretId(secret)).join();

        assertSaidToBeDeleted();
    }

    @Test
    void a_secret_that_served_and_is_deleted_is_not_brought_back() {
        stage(mine, one);
        await(local.masterSecrets().activate(secret, one));
        local.client().deleteSecret(delete -> delete.secretId(secret)).join();

        assertSaidToBeDeleted();
    }

    private void assertSaidToBeDeleted() {
        for (Uni<?> work : List.of(
                local.masterSecrets().staged(secret),
                local.masterSecrets().stage(mine, secret, two, "postgres"),
                local.masterSecrets().activate(secret, two))) {
            CallFailedException failed = failure(work);
            assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
            assertThat(failed.failure().code()).isEqualTo(FailureCode.SECRET_UNUSABLE);
            assertThat(failed).hasMessageContaining(secret).hasMessageContaining("marked for deletion");
        }
        assertThat(isDeleted()).isTrue();
    }

    @Test
    void staging_may_be_cut_off_between_any_two_calls() {
        for (int answered = 0; cutOff(answered, () -> stage(mine, one)); answered++) {
            assertThat(answered).isLessThan(MANY);
        }
        assertThat(local.stages(secret))
                .isEqualTo(Map.of(Placeholder.VERSION, List.of("AWSCURRENT"), one, List.of("AWSPENDING")));
    }

    @Test
    void bringing_back_may_be_cut_off_between_any_two_calls() {
        stage(mine, one);
        drop(mine, one);

        for (int answered = 0; cutOff(answered, () -> stage(next, two)); answered++) {
            assertThat(answered).isLessThan(MANY);
        }
        drop(next, two);
        assertThat(isDeleted()).isTrue();
    }

    @Test
    void dropping_may_be_cut_off_between_any_two_calls() {
        stage(mine, one);

        for (int answered = 0; cutOff(answered, () -> drop(mine, one)); answered++) {
            assertThat(answered).isLessThan(MANY);
        }
        assertThat(isDeleted()).isTrue();
    }

    @Test
    void activating_may_be_cut_off_between_any_two_calls() {
        stage(mine, one);

        for (int answered = 0;
                cutOff(answered, () -> await(local.masterSecrets().activate(secret, one)));
                answered++) {
            assertThat(answered).isLessThan(MANY);
        }
        assertThat(local.stages(secret))
                .isEqualTo(Map.of(Placeholder.VERSION, List.of("AWSPREVIOUS"), one, List.of("AWSCURRENT")));
    }

    /** Whether the work, of whose calls so many are answered, is cut off by it. */
    private boolean cutOff(int answered, Runnable work) {
        local.cutOffAfter(answered);
        try {
            work.run();
        } catch (CallFailedException expected) {
            assertThat(expected).hasMessageContaining("cut off");
        }
        boolean was = local.wasCutOff();
        local.refuseNothing();
        return was;
    }

    private Credentials stage(RestoreId by, String version) {
        return await(local.masterSecrets().stage(by, secret, version, "postgres"));
    }

    private void drop(RestoreId by, String version) {
        await(local.masterSecrets().drop(by, secret, version));
    }

    private boolean isDeleted() {
        return local.describe(secret).deletedDate() != null;
    }
}
