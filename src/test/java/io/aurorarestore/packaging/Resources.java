package io.aurorarestore.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The files beside our classes, and which of them a native executable carries. */
final class Resources {

    private static final Path FOLDER = Path.of("src/main/resources");
    private static final Path SETTINGS = FOLDER.resolve("application.properties");

    private Resources() {}

    /** All but the settings and what customises them, which Quarkus reads while it builds. */
    static List<String> ours() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().matches("application(-dev)?\\.properties"))
                    .map(file -> FOLDER.relativize(file).toString())
                    .filter(file -> !file.startsWith("META-INF/services/io.smallrye.config."))
                    .toList();
        }
    }

    /** The constants of a class that look like a resource's name, as {@code /rds-ca-bundle.pem}. */
    static List<String> namedBy(Class<?> reader) {
        return Stream.of(reader.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(Resources::value)
                .filter(value -> value.startsWith("/"))
                .map(value -> value.substring(1))
                .toList();
    }

    private static String value(Field constant) {
        try {
            constant.setAccessible(true);
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    static boolean included(String name) {
        return Stream.of(setting("quarkus.native.resources.includes").split(","))
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob.strip()))
                .anyMatch(glob -> glob.matches(Path.of(name)));
    }

    static String setting(String name) {
        Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(SETTINGS)) {
            settings.load(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return settings.getProperty(name, "");
    }
}
