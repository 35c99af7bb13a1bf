package io.aurorarestore.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map is that of the house: what docs/architecture.md names is there, and what is there it names. */
class ArchitecturePageTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern CLASS = Pattern.compile("([A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?");
    private static final Pattern PACKAGE = Pattern.compile("[a-z]+(?:\\.[a-z]+)+");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern NODE = Pattern.compile("(\\w+)\\[\"([a-z.]+)\"]");
    private static final Pattern ARROW =
            Pattern.compile("(?m)^ +(\\w+)(?:\\[\"[a-z.]+\"])? --> (\\w+)(?:\\[\"[a-z.]+\"])?$");
    private static final Pattern RULE = Pattern.compile("knowsOnly\\(([A-Z_, ]+)\\)");
    private static final Set<String> NOT_OURS = Set.of("JAVA", "NULLNESS", "MUTINY");

    /** These may not know what is told, which lies below what they know. */
    private static final Set<String> UNTOLD = Set.of("command", "plan");

    private final String page = read("docs/architecture.md");
    private final JavaSources service = JavaSources.of("src/main/java");
    private final JavaSources all = JavaSources.of("src/main/java", "src/local/java", "src/test/java");

    @Test
    void every_class_that_it_names_is_there() {
        assertThat(code().map(CLASS::matcher)
                        .filter(found -> found.matches() && !isThere(found.group(1), found.group(2)))
                        .map(MatchResult::group))
                .isEmpty();
    }

    private boolean isThere(String name, String member) {
        return all.text(name)
                .filter(text -> member == null
                        || Pattern.compile("\\b" + member + "\\b").matcher(text).find())
                .isPresent();
    }

    @Test
    void every_package_that_it_names_is_there() {
        assertThat(code().filter(PACKAGE.asMatchPredicate())).isSubsetOf(service.packages());
    }

    @Test
    void it_names_every_package_of_the_service() {
        assertThat(code().toList()).containsAll(service.packages());
    }

    @Test
    void it_lets_packages_know_what_they_know() {
        Map<String, Set<String>> allowed = allowed();

        assertThat(allowed)
                .allSatisfy((name, others) -> assertThat(service.knownBy(name))
                        .as(name)
                        .allMatch(known -> Stream.concat(Stream.of(name), others.stream())
                                .anyMatch(other -> JavaSources.isWithin(known, other))));
    }

    @Test
    void it_agrees_with_the_import_rules() {
        Map<String, Set<String>> allowed = allowed();
        Map<String, Set<String>> rules = RULE.matcher(read("src/test/java/io/aurorarestore/ImportRulesTest.java"))
                .results()
                .map(found -> List.of(found.group(1).split(", ")))
                .collect(Collectors.toMap(names -> lower(names.get(0)), ArchitecturePageTest::others));

        assertThat(rules)
                .hasSize(7)
                .allSatisfy((name, others) -> assertThat(allowed).containsEntry(name, others));
    }

    private static Set<String> others(List<String> names) {
        return names.stream()
                .skip(1)
                .filter(name -> !NOT_OURS.contains(name))
                .map(ArchitecturePageTest::lower)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String lower(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }

    @Test
    void its_picture_shows_what_its_table_says() {
        Map<String, Set<String>> below = below();

        assertThat(below)
                .isEqualTo(allowed().entrySet().stream()
                        .filter(one -> !one.getValue().isEmpty())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** What can be reached by arrows; the one exception stands beside the picture. */
    private Map<String, Set<String>> below() {
        Map<String, String> nodes = NODE.matcher(page)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        Map<String, Set<String>> below = new TreeMap<>();
        ARROW.matcher(page)
                .results()
                .forEach(found -> below.computeIfAbsent(nodes.get(found.group(1)), none -> new TreeSet<>())
                        .add(nodes.get(found.group(2))));
        for (int round = 0; round < nodes.size(); round++) {
            below.values()
                    .forEach(known -> known.addAll(known.stream()
                            .flatMap(one -> below.getOrDefault(one, Set.of()).stream())
                            .collect(Collectors.toSet())));
        }
        UNTOLD.forEach(name -> below.get(name).remove("notification"));
        return below;
    }

    /** The table of what each may know. */
    private Map<String, Set<String>> allowed() {
        Map<String, Set<String>> allowed = ROW.matcher(page)
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1),
                        found -> codeIn(found.group(2)).collect(Collectors.toCollection(TreeSet::new))));
        allowed.computeIfPresent(
                "app",
                (app, none) -> allowed.keySet().stream()
                        .filter(name -> !name.equals(app))
                        .collect(Collectors.toCollection(TreeSet::new)));
        return allowed;
    }

    private Stream<String> code() {
        return codeIn(BLOCK.matcher(page).replaceAll(""));
    }

    private static Stream<String> codeIn(String text) {
        return CODE.matcher(text).results().map(found -> found.group(1));
    }

    private static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
