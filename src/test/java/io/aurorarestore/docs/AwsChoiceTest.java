package io.aurorarestore.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "aws-cli/2.13.0 Python/3.11.4, CLI",
        "aws-cli/2.12.7 Python/3.11.4, OLD_CLI",
        "aws-cli/1.45.11 Python/3.11.7, OLD_CLI",
        "'', STAND_IN",
    })
    void a_cli_is_used_where_there_is_one(String version, AwsChoice choice) {
        assertThat(AwsChoice.made("", version)).isEqualTo(choice);
    }

    @Test
    void either_can_be_asked_for() {
        assertThat(AwsChoice.made("stand-in", "aws-cli/2.13.0")).isEqualTo(AwsChoice.STAND_IN);
        assertThat(AwsChoice.made("cli", "aws-cli/2.13.0")).isEqualTo(AwsChoice.CLI);
        assertThatThrownBy(() -> AwsChoice.made("cli", "")).hasMessageContaining("no AWS CLI");
        assertThatThrownBy(() -> AwsChoice.made("none", "")).hasMessageContaining("docs.aws");
    }
}
