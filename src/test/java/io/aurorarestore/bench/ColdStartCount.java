package io.aurorarestore.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.aurorarestore.local.lambda.FunctionPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged function's cold start, with a call of DynamoDB, beside an empty Quarkus function's: {@code ./mvnw -Pbench}
 * adds it to {@code target/bench.json}. What is asserted are counts.
 */
class ColdStartCount {

    /** A little more than was reached, in MiB. */
    private static final double LARGEST_ZIP = 34;

    /** Of libraries and our own, until the first answer: a little more than was reached. */
    private static final int MOST_CLASSES = 5_000;

    /** Of AWS: whom the event concerns. */
    private static final int MOST_CALLS = 2;

    private static final double MIB = 1024 * 1024;
    private static final Path TARGET = Path.of("target");

    @TempDir
    static Path folder;

    private static PackagedFunction ours;

    @BeforeAll
    static void unpack() throws IOException {
        ours = PackagedFunction.ofJars(TARGET, folder.resolve("ours"));
    }

    @Test
    void a_cold_start_is_measured_beside_an_empty_functions() throws IOException, InterruptedException {
        Map<String, PackagedFunction> functions = new LinkedHashMap<>();
        functions.put(
                "an empty one",
                PackagedFunction.ofJars(
                        EmptyFunction.build(TARGET.resolve("empty-function")), folder.resolve("empty")));
        functions.put("ours", ours);
        functions.put("ours with an archive", ours.archived(folder.resolve("archive")));
        ColdStarts measured = ColdStarts.of(functions);

        BenchFiles.write(Map.of(
                "coldJvmRatio", measured.ratio("ours", "an empty one"),
                "coldAotRatio", measured.ratio("ours with an archive", "an empty one")));
        BenchFiles.write(
                "bench-start.md", measured.page("Java " + Runtime.version().feature()));
    }

    /** The empty one is compiled here, for some minutes, by the GraalVM of {@code GRAALVM_HOME}. */
    @Test
    @EnabledIfSystemProperty(named = "local.function", matches = ".+")
    void a_native_cold_start_is_measured_beside_a_native_empty_functions() throws IOException, InterruptedException {
        FunctionPackage named =
                FunctionPackage.unpack(Path.of(System.getProperty("local.function")), folder.resolve("native"));
        assumeThat(named.isNative()).isTrue();
        Path empty = EmptyFunction.build(
                TARGET.resolve("empty-native-function"),
                "-Dquarkus.native.enabled=true",
                "-Dquarkus.package.jar.enabled=false");
        Map<String, PackagedFunction> functions = new LinkedHashMap<>();
        functions.put(
                "an empty one",
                PackagedFunction.ofExecutable(
                        FunctionPackage.unpack(empty.resolve("function.zip"), folder.resolve("empty-native"))));
        functions.put("ours", PackagedFunction.ofExecutable(named));
        ColdStarts measured = ColdStarts.of(functions);

        BenchFiles.write(Map.of("coldNativeRatio", measured.ratio("ours", "an empty one")));
        BenchFiles.write("bench-native-start.md", measured.page("native executables"));
    }

    @Test
    void an_invocation_that_concerns_nobody_makes_no_more_calls_than_were_reached()
            throws IOException, InterruptedException {
        assertThat(ours.coldStart().calls()).isBetween(1, MOST_CALLS);
    }

    @Test
    void a_start_loads_no_more_classes_than_were_reached() throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        ours.with("-Xlog:class+load:file=" + log).coldStart();

        try (Stream<String> lines = Files.lines(log)) {
            assertThat(lines.filter(line -> line.contains(" source: file:")).count())
                    .isBetween(1L, (long) MOST_CLASSES);
        }
    }

    @Test
    void the_package_is_no_larger_than_was_reached() throws IOException {
        double size = Math.round(Files.size(TARGET.resolve("function.zip")) / MIB * 10) / 10.0;
        BenchFiles.write(Map.of("zipMiB", size));

        assertThat(size).isLessThanOrEqualTo(LARGEST_ZIP);
    }
}
