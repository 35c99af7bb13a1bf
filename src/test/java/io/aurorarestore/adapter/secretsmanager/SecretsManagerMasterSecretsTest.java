package io.aurorarestore.adapter.secretsmanager;

import static io.aurorarestore.adapter.secretsmanager.LocalSecrets.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SecretsManagerMasterSecretsTest {

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

    @Test
    void staging_creates_the_secret_where_there_is_none() {
        Credentials staged = stage(one);

        assertThat(staged.username()).isEqualTo("postgres");
        assertThat(staged.password().reveal()).matches("[A-Za-z0-9_-]{32}");
        assertThat(await(local.reader().version(secret, one))).isEqualTo(staged);
    }

    @Test
    void staging_takes_three_calls_and_finding_it_staged_two() {
        local.cutOffAfter(3);
        Credentials inNew = stage(one);
        local.cutOffAfter(2);
        assertThat(stage(one)).isEqualTo(inNew);
        local.cutOffAfter(2);
        assertThat(stage(two).password()).isNotEqualTo(inNew.password());
        local.refuseNothing();
        await(local.masterSecrets().activate(secret, two));
        local.cutOffAfter(3);
        stage(UUID.randomUUID().toString());
        assertThat(local.wasCutOff()).isFalse();
        local.refuseNothing();
    }

    @Test
    void the_password_of_a_new_secret_is_not_current_before_it_is_activated() {
        stage(one);

        assertThat(stages()).isEqualTo(Map.of(Placeholder.VERSION, List.of("AWSCURRENT"), one, List.of("AWSPENDING")));
        assertThat(failure(local.reader().current(secret)).failure().code()).isEqualTo(FailureCode.SECRET_UNUSABLE);
        assertThat(local.value(secret, Placeholder.VERSION)).contains("No restore has been completed yet");
    }

    @Test
    void staging_a_version_again_answers_the_same_password() {
        Credentials first = stage(one);

        assertThat(stage(one)).isEqualTo(first);
        assertThat(stages()).containsOnlyKeys(Placeholder.VERSION, one);
    }

    @Test
    void two_that_stage_a_version_at_once_get_the_same_password() {
        List<Credentials> staged = Stream.generate(
                        () -> local.masterSecrets().stage(LocalSecrets.BY, secret, one, "postgres"))
                .limit(8)
                .map(Uni::subscribeAsCompletionStage)
                .toList()
                .stream()
                .map(each -> each.join())
                .distinct()
                .toList();

        assertThat(staged).hasSize(1);
        assertThat(await(local.reader().version(secret, one))).isEqualTo(staged.get(0));
    }

    @Test
    void another_version_has_another_password_and_takes_the_label_pending() {
        String before = local.put(secret, value("of-the-source"));

        Credentials first = stage(one);
        Credentials second = stage(two);

        assertThat(second.password()).isNotEqualTo(first.password());
        assertThat(stages()).isEqualTo(Map.of(before, List.of("AWSCURRENT"), two, List.of("AWSPENDING")));
    }

    @Test
    void what_was_current_stays_so_until_the_staged_version_is_activated() {
        local.put(secret, value("of-the-source"));
        Credentials staged = stage(one);

        assertThat(current().password().reveal()).isEqualTo("of-the-source");
        await(local.masterSecrets().activate(secret, one));

        assertThat(current()).isEqualTo(staged);
    }

    @Test
    void activating_moves_the_labels_and_may_be_repeated() {
        String before = local.put(secret, value("of-the-source"));
        stage(one);

        for (int time = 0; time < 2; time++) {
            await(local.masterSecrets().activate(secret, one));
            assertThat(stages()).isEqualTo(Map.of(before, List.of("AWSPREVIOUS"), one, List.of("AWSCURRENT")));
        }
    }

    @Test
    void activating_the_first_password_ever_leaves_it_current_only() {
        stage(one);

        await(local.masterSecrets().activate(secret, one));

        assertThat(stages().get(one)).containsExactly("AWSCURRENT");
        assertThat(stages().get(Placeholder.VERSION)).containsExactly("AWSPREVIOUS");
    }

    @Test
    void an_activation_cut_off_between_its_two_moves_is_finished_by_the_next() {
        String before = local.put(secret, value("of-the-source"));
        stage(one);
        local.client()
                .updateSecretVersionStage(move -> move.secretId(secret)
                        .versionStage("AWSCURRENT")
                        .moveToVersionId(one)
                        .removeFromVersionId(before))
                .join();

        await(local.masterSecrets().activate(secret, one));

        assertThat(stages().get(one)).containsExactly("AWSCURRENT");
    }

    @Test
    void activating_does_not_take_the_label_pending_from_another_version() {
        local.put(secret, value("of-the-source"));
        stage(one);
        await(local.masterSecrets().activate(secret, one));
        stage(two);

        await(local.masterSecrets().activate(secret, one));

        assertThat(stages()).containsEntry(two, List.of("AWSPENDING")).containsEntry(one, List.of("AWSCURRENT"));
    }

    @Test
    void activating_a_secret_that_is_gone_says_so() {
        CallFailedException failed = failure(local.masterSecrets().activate(secret, one));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.GONE);
        assertThat(failed).hasMessageContaining(secret);
    }

    private Credentials stage(String version) {
        return await(local.masterSecrets().stage(LocalSecrets.BY, secret, version, "postgres"));
    }

    private Credentials current() {
        return await(local.reader().current(secret));
    }

    private Map<String, List<String>> stages() {
        return local.stages(secret);
    }

    private static String value(String password) {
        return "{\"username\":\"postgres\",\"password\":\"" + password + "\"}";
    }

    static CallFailedException failure(Uni<?> work) {
        return catchThrowableOfType(CallFailedException.class, () -> await(work));
    }
}
