package io.aurorarestore.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsCliTest {

    @ParameterizedTest
    @CsvSource({
        "aws-cli/2.13.0 Python/3.11.4, CURRENT",
        "aws-cli/2.12.7 Python/3.11.4, OLD",
        "aws-cli/1.45.11 Python/3.11.7, OLD",
        "'', ABSENT",
    })
    void a_cli_is_used_where_there_is_one(String version, AwsCli cli) {
        assertThat(AwsCli.found("", version)).isEqualTo(cli);
    }

    @Test
    void it_can_be_demanded() {
        assertThat(AwsCli.found("cli", "aws-cli/2.13.0")).isEqualTo(AwsCli.CURRENT);
        assertThatThrownBy(() -> AwsCli.found("cli", "")).hasMessageContaining("no aws on PATH");
        assertThatThrownBy(() -> AwsCli.found("none", "")).hasMessageContaining("docs.aws");
    }
}
