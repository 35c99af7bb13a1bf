package io.aurorarestore.docs.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words after {@code aws}.
 *
 * @param globals what the CLI understands for every operation, by name
 * @param options the operation's own parameters: the words after each
 */
public record CommandLine(
        String service, String operation, Map<String, String> globals, Map<String, List<String>> options) {

    private static final Set<String> GLOBALS =
            Set.of("endpoint-url", "region", "query", "output", "profile", "cli-binary-format");
    private static final Set<String> IGNORED = Set.of("no-cli-pager", "no-paginate", "no-sign-request");

    /** @throws IllegalArgumentException if it is no command */
    public static CommandLine of(List<String> words) {
        Map<String, String> globals = new LinkedHashMap<>();
        Map<String, List<String>> options = new LinkedHashMap<>();
        List<String> verbs = new ArrayList<>();
        List<String> current = verbs;
        for (int i = 0; i < words.size(); i++) {
            String name = words.get(i).startsWith("--") ? words.get(i).substring(2) : "";
            if (GLOBALS.contains(name)) {
                globals.put(name, following(words, ++i, name));
            } else if (!name.isEmpty() && !IGNORED.contains(name)) {
                current = options.computeIfAbsent(name, first -> new ArrayList<>());
            } else if (name.isEmpty()) {
                current.add(words.get(i));
            }
        }
        if (verbs.size() != 2) {
            throw new IllegalArgumentException("expected: aws SERVICE OPERATION --parameter value …, not " + words);
        }
        return new CommandLine(verbs.get(0), verbs.get(1), globals, options);
    }

    private static String following(List<String> words, int at, String name) {
        if (at == words.size()) {
            throw new IllegalArgumentException("--" + name + " needs a value");
        }
        return words.get(at);
    }

    public Optional<String> global(String name) {
        return Optional.ofNullable(globals.get(name));
    }
}
