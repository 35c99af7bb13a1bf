package io.aurorarestore.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.port.CallFailed;
import io.aurorarestore.restore.Archive;
import io.aurorarestore.restore.DatabaseUser;
import io.aurorarestore.restore.Grant;
import io.aurorarestore.restore.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileCodecTest {

    @Test
    void words_are_written_as_people_write_them() {
        Profile profile = ProfileCodec.read(
                "p", "{\"archive\":\"delete\",\"users\":[{\"secret\":\"s\",\"grant\":\"read-only\"}]}");

        assertThat(profile.archive()).contains(Archive.DELETE);
        assertThat(profile.users()).contains(List.of(new DatabaseUser("s", Grant.READ_ONLY)));
        assertThat(profile.instanceClass()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{\"archive\":\"burn\"}",
                "{\"reeders\":1}",
                "{\"readers\":\"many\"}",
                "{\"users\":{}}",
                "{\"archive\":{}}"
            })
    void what_cannot_be_read_is_said_with_the_profiles_name(String settings) {
        assertThatThrownBy(() -> ProfileCodec.read("nightly", settings))
                .isInstanceOf(CallFailed.class)
                .hasMessageContaining("nightly");
    }
}
