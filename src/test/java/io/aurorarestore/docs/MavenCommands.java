package io.aurorarestore.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds a documented {@code ./mvnw …} against the build. It is not run: that is CI's work, and one build cannot run in
 * the middle of another.
 */
final class MavenCommands {

    static final String MAVEN = "./mvnw";

    private static final Set<String> PHASES = Set.of("clean", "compile", "test", "package", "verify", "install");
    private static final Set<String> FLAGS =
            Set.of("-q", "-B", "-ntp", "-o", "-e", "--batch-mode", "--no-transfer-progress");
    private static final Set<String> SWITCHES = Set.of("skipTests", "skipITs", "docs.aws", "crash.deaths");
    private static final Set<String> TESTS = Set.of("test", "it.test");

    private final Pom pom = new Pom();
    private final String localSources = sources(Path.of("src/local/java/io/aurorarestore/local"));

    /** What is wrong with a command, one sentence each. */
    List<String> problems(List<String> command) {
        return command.stream()
                .skip(1)
                .filter(word -> !known(word))
                .map(word -> "the build does not know " + word + " of: " + String.join(" ", command))
                .toList();
    }

    /** @param name for instance {@code local.port} */
    boolean isLocalOption(String name) {
        return pom.localOptions().contains(name) && localSources.contains('"' + name + '"');
    }

    private boolean known(String word) {
        if (word.startsWith("-P")) {
            return pom.profiles().containsAll(List.of(word.substring(2).split(",")));
        }
        if (word.startsWith("-D")) {
            return property(word.substring(2));
        }
        return FLAGS.contains(word) || PHASES.contains(word) || goal(word);
    }

    private boolean property(String setting) {
        String name = setting.split("=", 2)[0];
        String value = setting.substring(Math.min(setting.length(), name.length() + 1));
        if (TESTS.contains(name)) {
            return Stream.of(value.split(",")).allMatch(MavenCommands::isTest);
        }
        return SWITCHES.contains(name)
                || name.startsWith("quarkus.native.")
                || pom.switches().contains(name)
                || isLocalOption(name);
    }

    private boolean goal(String word) {
        String prefix = word.split(":", 2)[0];
        return word.contains(":")
                && (pom.plugins().contains(prefix + "-maven-plugin")
                        || pom.plugins().contains("maven-" + prefix + "-plugin"));
    }

    private static boolean isTest(String name) {
        String file = "/" + name.split("#")[0] + ".java";
        return find(Path.of("src/test/java"), file).stream().findAny().isPresent();
    }

    private static String sources(Path folder) {
        return String.join(
                "", find(folder, ".java").stream().map(MavenCommands::read).toList());
    }

    private static List<Path> find(Path folder, String end) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
