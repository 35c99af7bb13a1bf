package io.aurorarestore.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.deploy.DeployedFunction;
import io.aurorarestore.deploy.PolicyStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page that explains the roles says what is in them. */
class PermissionsPageTest {

    private static final Path PAGE = Path.of("docs/permissions.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\w+) \\| (`[^|]+`) \\| [^|]+ \\| [^|]+ \\|$");
    private static final Pattern ACTION = Pattern.compile("`([^`]+)`");

    static List<DeployedFunction> functions() {
        return DeployedFunction.all();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void the_page_has_each_statement_of_a_function_with_its_actions(DeployedFunction function) throws IOException {
        Map<String, List<String>> granted = function.grants().stream()
                .collect(Collectors.toMap(
                        PolicyStatement::sid, PolicyStatement::actions, (one, other) -> one, LinkedHashMap::new));

        assertThat(rows(section(function.handler()))).containsExactlyEntriesOf(granted);
    }

    @Test
    void the_page_has_every_parameter_that_narrows_a_role() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(DeployedFunction.PARAMETERS).allMatch(name -> page.contains("| `" + name + "` |"));
    }

    private static Map<String, List<String>> rows(String section) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        Matcher row = ROW.matcher(section);
        while (row.find()) {
            rows.put(row.group(1), words(row.group(2)));
        }
        return rows;
    }

    private static List<String> words(String cell) {
        return ACTION.matcher(cell)
                .results()
                .map((MatchResult one) -> one.group(1))
                .toList();
    }

    private static String section(String title) throws IOException {
        return List.of(Files.readString(PAGE).split("(?m)^## ")).stream()
                .filter(section -> section.startsWith(title + "\n"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(PAGE + " has no section " + title));
    }
}
