package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cfn-lint (PyPI) says of the templates, where it is installed. */
class CfnLintTest {

    static List<DeployTemplate> templates() {
        return DeployTemplate.all();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void cfn_lint_finds_nothing_where_it_is_installed(DeployTemplate template)
            throws IOException, InterruptedException {
        assumeTrue(onPath("cfn-lint"), "cfn-lint is not on the PATH: its check is left out");

        Process check = new ProcessBuilder("cfn-lint", template.file().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor()).as(said).isZero();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void nothing_is_suppressed(DeployTemplate template) throws IOException {
        assertThat(Files.readString(template.file())).doesNotContain("cfn-lint", "cfn_nag");
        assertThat(Path.of(".cfnlintrc")).doesNotExist();
    }

    static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
