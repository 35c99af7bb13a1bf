package io.aurorarestore.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.json.ProfileReader;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.ScriptProgress;
import io.aurorarestore.model.settings.Profile;
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
