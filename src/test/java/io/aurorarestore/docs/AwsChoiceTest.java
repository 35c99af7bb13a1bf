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
        "aws-cli/2.12.7 Python/3.11.4, STAND_IN",
        "aws-cli/1.45.11 Python/3.11.7, CLI",
        "aws-cli/1.28.1 Python/3.8, STAND_IN",
        "'', STAND_IN",
    })
    void a_cli_that_reads_the_endpoint_is_used(String version, AwsChoice choice) {
        assertThat(AwsChoice.made("", version)).isEqualTo(choice);
    }

    @Test
    void either_can_be_asked_for() {
        assertThat(AwsChoice.made("stand-in", "aws-cli/2.13.0")).isEqualTo(AwsChoice.STAND_IN);
        assertThat(AwsChoice.made("cli", "")).isEqualTo(AwsChoice.CLI);
        assertThatThrownBy(() -> AwsChoice.made("none", "")).hasMessageContaining("docs.aws");
    }
}
