package io.aurorarestore.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.settings.Hook;
import io.aurorarestore.plan.RestorePlan;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HooksReaderTest {

    @Test
    void a_profile_names_its_hooks() {
        assertThat(read("""
                {'name': 'mask', 'after': 'ConfigureDatabase', 'deadline': 'PT6H', 'answerBy': 'event'},
                {'name': 'smoke-test', 'before': 'SetAsideOld'},
                {'name': 'terraform-refresh', 'after': 'VerifyEndpoint', 'answerBy': 'http'}"""))
                .containsExactly(
                        new Hook("mask", Hook.Place.AFTER, StepName.CONFIGURE_DATABASE, Duration.ofHours(6), true),
                        new Hook("smoke-test", Hook.Place.BEFORE, StepName.SET_ASIDE_OLD, Duration.ofHours(1), false),
                        new Hook(
                                "terraform-refresh",
                                Hook.Place.AFTER,
                                StepName.VERIFY_ENDPOINT,
                                Duration.ofHours(1),
                                false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'after': 'SetAsideOld'",
                "'before': 'PromoteNew'",
                "'after': 'PromoteNew'",
                "'before': 'RenewCertificate'",
                "'after': 'RenewCertificate'",
                "'before': 'VerifyEndpoint'"
            })
    void no_hook_stands_where_nobody_serves(String place) {
        assertRefused("{'name': 'a', " + place + "}", "is between SetAsideOld and VerifyEndpoint, where nobody serves");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'after': 'LocateSource'",
                "'before': 'RestoreCluster'",
                "'after': 'CreateInstances'",
                "'before': 'ResetCredentials'"
            })
    void no_hook_stands_where_nobody_can_log_in(String place) {
        assertRefused(
                "{'name': 'a', " + place + "}", "is too early: before ResetCredentials is done nobody can log in");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'a','after':'ArchiveSnapshot'} | hooks[0].after is the end of the restore",
                "{'name':'a','before':'RetireCluster'} | hooks[0].before is no step of a restore",
                "{'name':'a','after':'Mask'} | hooks[0].after is wrong: no step Mask",
                "{'name':'a'} | hooks[0].either after or before must be there",
                "{'name':'a','after':'RetireOld','before':'RetireOld'} | hooks[0].either after or before must be there",
                "{'after':'RetireOld'} | hooks[0].name must be 1 to 50 letters, digits and hyphens",
                "{'name':'a/b','after':'RetireOld'} | hooks[0].name must be 1 to 50 letters, digits and hyphens",
                "{'name':'a','after':'RetireOld','deadline':'PT49H'} | PT49H is not from PT1M to PT48H",
                "{'name':'a','after':'RetireOld','answerBy':'mail'} | hooks[0].answerBy must be one of [event, http]",
                "{'name':'a','after':'RetireOld','when':1} | unknown field hooks[0].when",
                "{'name':'a','after':'RetireOld'},{'name':'a','before':'RetireOld'} | have the name a twice"
            })
    void what_is_wrong_with_a_hook_is_said(String hooks, String said) {
        assertRefused(hooks, said);
    }

    @Test
    void there_are_ten_at_most() {
        String many = IntStream.rangeClosed(1, 11)
                .mapToObj(number -> "{'name':'a" + number + "','after':'RetireOld'}")
                .collect(Collectors.joining(","));

        assertRefused(many, "hooks are more than 10");
    }

    /** A hook after a step is one before the next, so the order of the names has to be the plan's. */
    @Test
    void the_steps_names_are_in_the_order_of_the_plan() {
        assertThat(RestorePlan.at(TestData.HOME).names())
                .containsExactlyElementsOf(Stream.of(StepName.values())
                        .filter(step -> step != StepName.RETIRE_CLUSTER)
                        .toList());
    }

    private static void assertRefused(String hooks, String said) {
        assertThatThrownBy(() -> read(hooks))
                .isInstanceOf(UnreadableProfileException.class)
                .hasMessageContaining(said);
    }

    private static List<Hook> read(String hooks) {
        return ProfileReader.read("{'hooks':[%s]}".formatted(hooks).replace('\'', '"'))
                .hooks()
                .orElseThrow();
    }
}
