package io.aurorarestore.inbound.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.document.ProfileReader;
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
}
