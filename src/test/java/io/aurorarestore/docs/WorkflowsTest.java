package io.aurorarestore.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The workflows of {@code .github}, which nothing runs here. */
class WorkflowsTest {

    private final MavenCommands maven = new MavenCommands();

    static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(".github/workflows"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void a_workflow_runs_maven_as_the_build_knows_it(Path workflow) throws IOException {
        List<List<String>> commands = said(workflow, "run").stream()
                .flatMap(run -> ShellWords.commands(run).stream())
                .filter(command -> command.get(0).equals(MavenCommands.MAVEN))
                .toList();

        assertThat(commands)
                .isNotEmpty()
                .allSatisfy(command -> assertThat(maven.problems(command)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void a_workflow_uses_actions_at_one_commit(Path workflow) throws IOException {
        assertThat(said(workflow, "uses")).isNotEmpty().allMatch(action -> action.matches("[\\w/-]+@[0-9a-f]{40}"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void a_workflow_may_only_read_unless_a_job_says_more(Path workflow) throws IOException {
        assertThat(read(workflow).get("permissions")).isEqualTo(Map.of("contents", "read"));
    }

    private static Map<String, Object> read(Path workflow) throws IOException {
        return new Yaml().load(Files.readString(workflow));
    }

    /** What stands under a key, wherever that is. */
    private static List<String> said(Path workflow, String key) throws IOException {
        List<String> found = new ArrayList<>();
        collect(read(workflow), key, found);
        return found;
    }

    private static void collect(Object node, String key, List<String> found) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (key.equals(name) && value instanceof String text) {
                    found.add(text);
                }
                collect(value, key, found);
            });
        } else if (node instanceof List<?> list) {
            list.forEach(one -> collect(one, key, found));
        }
    }
}
