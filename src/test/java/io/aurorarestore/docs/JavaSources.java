package io.aurorarestore.docs;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Java files under some roots, by their path below the root. */
record JavaSources(Map<Path, String> texts) {

    private static final Path US = Path.of("io/aurorarestore");
    private static final Pattern OURS = Pattern.compile("\\bio\\.aurorarestore((?:\\.[a-z]+)+)\\.[A-Z]");

    static JavaSources of(String... roots) {
        return new JavaSources(Stream.of(roots)
                .map(Path::of)
                .flatMap(root -> files(root).map(file -> Map.entry(root.relativize(file), read(file))))
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one + other)));
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> path.toString().endsWith(".java")).toList().stream();
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

    /** The packages with a class in them, without {@code io.aurorarestore}. */
    Set<String> packages() {
        return texts.keySet().stream()
                .filter(file -> !isPackageInfo(file))
                .map(JavaSources::packageOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The packages that say what they are for. */
    Set<String> described() {
        return texts.entrySet().stream()
                .filter(file -> isPackageInfo(file.getKey()) && file.getValue().startsWith("/**"))
                .map(file -> packageOf(file.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The packages of ours that the classes of a package, or of one within it, name. */
    Set<String> knownBy(String name) {
        return texts.entrySet().stream()
                .filter(file -> isWithin(packageOf(file.getKey()), name))
                .flatMap(file -> OURS.matcher(file.getValue()).results())
                .map(found -> found.group(1).substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static boolean isWithin(String one, String other) {
        return one.equals(other) || one.startsWith(other + ".");
    }

    /** The text of the class of that simple name, or of all of them. */
    Optional<String> text(String simpleName) {
        return texts.entrySet().stream()
                .filter(file -> file.getKey().endsWith(simpleName + ".java"))
                .map(Map.Entry::getValue)
                .reduce(String::concat);
    }

    private static boolean isPackageInfo(Path file) {
        return file.endsWith("package-info.java");
    }

    private static String packageOf(Path file) {
        return US.relativize(file.getParent()).toString().replace('/', '.');
    }
}
