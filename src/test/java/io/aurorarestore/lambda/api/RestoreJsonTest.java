package io.aurorarestore.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.json.ProfileReader;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.history.Durations;
import io.aurorarestore.model.request.AcceptedRequest;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.ScriptProgress;
import io.aurorarestore.model.settings.Profile;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestoreJsonTest {

    @Test
    void a_profile_shows_what_it_says_of_steps_as_it_was_written() {
        String steps =
                "{\"CopySnapshot\":{\"deadline\":\"PT6H\",\"pace\":\"PT2M\"},\"VerifyRestore\":{\"pace\":\"PT10S\"}}";

        assertThat(RestoreJson.profile("slow", ProfileReader.read("{\"steps\":" + steps + "}"))
                        .path("steps"))
                .hasToString(steps);
        assertThat(RestoreJson.profile("plain", ProfileReader.read("{}")).has("steps"))
                .isFalse();
    }

    @Test
    void a_profile_that_permits_requests_nothing_does_not_look_like_one_that_leaves_it_to_the_default() {
        assertThat(RestoreJson.profile("strict", ProfileReader.read("{\"requestMay\":[\"kmsKeyId\"]}"))
                        .path("requestMay"))
                .hasToString("[]");
        assertThat(RestoreJson.profile("plain", ProfileReader.read("{}")).has("requestMay"))
                .isFalse();
    }

    @Test
    void a_restore_shows_how_far_its_scripts_are() {
        Restore restore = TestData.restore(StepName.CONFIGURE_DATABASE);
        ScriptProgress work = new ScriptProgress("mask", 1, 2, 3, 30000, TestData.NOW);

        assertThat(RestoreJson.restore(restore, Optional.empty()).has("progress"))
                .isFalse();
        assertThat(RestoreJson.restore(restore.with(restore.progress().working(work)), Optional.empty())
                        .path("progress"))
                .hasToString("{\"script\":\"mask\",\"number\":1,\"scripts\":2,\"rounds\":3,\"rows\":30000,\"at\":\""
                        + TestData.NOW + "\"}");
    }

    @Test
    void a_restore_shows_what_it_is_expected_to_take_once_there_were_three() {
        Durations two = Durations.NONE;
        for (int minutes = 1; minutes <= 2; minutes++) {
            two = two.plus(Map.of(StepName.RESTORE_CLUSTER, Duration.ofMinutes(minutes)), Duration.ofHours(minutes));
        }
        Durations three = two.plus(Map.of(StepName.RESTORE_CLUSTER, Duration.ofMinutes(9)), Duration.ofHours(3));

        assertThat(json(StepName.RESTORE_CLUSTER, two).has("expected")).isFalse();
        assertThat(json(StepName.RESTORE_CLUSTER, three).path("expected")).hasToString("""
                {"step":{"median":"PT2M","low":"PT1M","high":"PT9M"},"whole":{"median":"PT2H","low":"PT1H","high":"PT3H"}}""");
        assertThat(json(StepName.COPY_SNAPSHOT, three).path("expected").has("step"))
                .isFalse();
    }

    private static JsonNode json(StepName step, Durations usual) {
        AcceptedRequest plain = TestData.restore(step).accepted();
        AcceptedRequest accepted = new AcceptedRequest(
                plain.request(), plain.settings(), plain.key(), plain.by(), plain.openedAt(), usual);
        return RestoreJson.restore(Restore.open(TestData.ID, accepted, step), Optional.empty());
    }

    @Test
    void a_profile_tells_scripts_and_checks_by_name_and_none_of_their_sql() {
        Profile profile = ProfileReader.read("""
                {"scripts": [{"name": "mask", "sql": "select 'hunter2'"}],
                 "checks": ["select 'hunter2'", {"name": "masked", "sql": "select 'hunter2'"}, "select 'hunter2'"]}""");

        assertThat(RestoreJson.profile("of sql", profile)).hasToString("""
                {"name":"of sql","scripts":["mask"],"checks":["check 1","masked","check 3"],"settings":{}}""");
    }

    @Test
    void a_profile_of_several_databases_shows_what_is_done_in_each() {
        Profile profile = ProfileReader.read("""
                {"databases": [{"name": "orders", "users": [{"secret": "app", "grant": "read-only"}],
                                "scripts": [{"name": "mask", "sql": "select 'hunter2'"}]},
                               {"name": "reporting", "checks": ["select 'hunter2'"]}]}""");

        assertThat(RestoreJson.profile("several", profile)).hasToString("""
                {"name":"several","databases":[{"name":"orders","users":[{"secret":"app","grant":"read-only"}],\
                "scripts":["mask"]},{"name":"reporting","checks":["check 1"]}],"settings":{}}""");
    }
}
