package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aurorarestore.local.template.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The sandbox check: its page, script and template. What the script does, {@code SandboxCheckIT} tells. */
class SandboxPageTest {

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");

    private final DeployTemplate template = DeployTemplate.of(Path.of("deploy/sandbox.yaml"));

    @Test
    void every_option_that_is_shown_is_one_of_the_script() throws IOException {
        String script = read("deploy/sandbox.sh");
        Set<String> taken = matches(Pattern.compile("(?m)(?<=^    )--[a-z-]+(?=\\))"), script);

        assertThat(matches(OPTION, read("docs/sandbox.md"))).isNotEmpty().isSubsetOf(taken);
        assertThat(matches(OPTION, script.substring(0, script.indexOf("set -uo"))))
                .isEqualTo(taken);
    }

    /** What bears another name would stay, and be paid for. */
    @Test
    void every_cluster_and_instance_of_the_template_is_one_that_the_script_removes() throws IOException {
        String script = read("deploy/sandbox.sh");
        Set<String> names = template.section("Resources").values().stream()
                .map(resource -> Resource.asMap(Resource.asMap(resource).getOrDefault("Properties", Map.of())))
                .filter(properties -> properties.containsKey("DBClusterIdentifier"))
                .map(properties -> String.valueOf(
                        properties.getOrDefault("DBInstanceIdentifier", properties.get("DBClusterIdentifier"))))
                .collect(Collectors.toSet());

        assertThat(names)
                .hasSize(6)
                .allSatisfy(name -> assertThat(script).contains("=" + name.replaceFirst("-1$", "") + "\n"));
        assertThat(script).contains("names=\"$source $target $plain ", " $source-1 $target-1 $plain-1 ");
    }

    /** The script puts it into a bucket and writes its place into the template. */
    @Test
    void the_only_file_that_the_services_template_refers_to_is_the_package() throws IOException {
        assertThat(read("deploy/template.yaml").lines().filter(line -> line.matches(".*: \\.{1,2}/.*")))
                .containsExactly("    CodeUri: ../target/function.zip");
        assertThat(read("deploy/sandbox.sh")).contains("s|: \\.\\./target/function\\.zip$|");
    }

    @Test
    void nothing_of_the_template_outlives_its_stack() {
        assertThat(template.section("Resources").values())
                .extracting(resource -> Resource.asMap(resource).getOrDefault("DeletionPolicy", "Delete"))
                .containsOnly("Delete");
        assertThat(template.section("Resources").entrySet())
                .filteredOn(one -> Resource.asMap(one.getValue()).get("Type").equals("AWS::RDS::DBCluster"))
                .hasSize(3)
                .allMatch(one -> Resource.asMap(one.getValue()).containsKey("DeletionPolicy"));
    }

    @Test
    void shellcheck_finds_nothing_where_it_is_installed() throws IOException, InterruptedException {
        assumeTrue(CfnLintTest.onPath("shellcheck"), "shellcheck is not on the PATH: its check is left out");

        Process check = new ProcessBuilder("shellcheck", "-x", "deploy/sandbox.sh", "deploy/sandbox-checks.sh")
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor()).as(said).isZero();
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static String read(String path) throws IOException {
        return Files.readString(Path.of(path));
    }
}
