package io.aurorarestore.bench;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Quarkus function of our versions that does nothing, built in a folder of its own. */
final class EmptyFunction {

    private static final Path SOURCES = Path.of("src/test/resources/bench/empty-function");
    private static final List<String> VERSIONS = List.of("quarkus.version", "compiler-plugin.version");

    private EmptyFunction() {}

    /**
     * Builds it, without the network where all that it needs has been fetched before.
     *
     * @param options of Maven
     * @return its {@code target}
     */
    static Path build(Path project, String... options) throws IOException, InterruptedException {
        Path code = project.resolve("src/main/java/io/aurorarestore/bench/empty");
        Files.createDirectories(code);
        copy("pom.xml", project.resolve("pom.xml"));
        copy("EmptyHandler.txt", code.resolve("EmptyHandler.java"));
        List<String> command = command(project, options);
        if (run(command, "--offline") != 0 && run(command, "--no-transfer-progress") != 0) {
            throw new IllegalStateException("The empty function cannot be built: see target/bench-empty.log");
        }
        return project.resolve("target");
    }

    private static void copy(String name, Path to) throws IOException {
        Files.copy(SOURCES.resolve(name), to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<String> command(Path project, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("./mvnw", "-q", "-B", "-f", project + "/pom.xml", "package"));
        command.addAll(List.of(options));
        String pom = Files.readString(Path.of("pom.xml"));
        VERSIONS.forEach(name -> command.add("-D" + name + "=" + version(pom, name)));
        return command;
    }

    private static int run(List<String> command, String network) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Stream.concat(command.stream(), Stream.of(network)).toList())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(new File("target/bench-empty.log")))
                .start()
                .waitFor();
    }

    private static String version(String pom, String name) {
        Matcher found = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<").matcher(pom);
        if (!found.find()) {
            throw new IllegalStateException("pom.xml has no " + name);
        }
        return found.group(1);
    }
}
