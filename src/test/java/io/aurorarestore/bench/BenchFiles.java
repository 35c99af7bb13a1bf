package io.aurorarestore.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What is measured, in {@code target/bench.json} for programs, pages and plots for people. */
final class BenchFiles {

    private static final Path FOLDER = Path.of("target");
    private static final Path NUMBERS = FOLDER.resolve("bench.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private BenchFiles() {}

    /** Other numbers stay as they were measured last. */
    static void write(Map<String, Number> numbers) throws IOException {
        Files.createDirectories(FOLDER);
        ObjectNode all = Files.exists(NUMBERS) ? (ObjectNode) JSON.readTree(NUMBERS.toFile()) : JSON.createObjectNode();
        all.setAll((ObjectNode) JSON.valueToTree(numbers));
        JSON.writerWithDefaultPrettyPrinter().writeValue(NUMBERS.toFile(), all);
    }

    /** A page or a plot. */
    static void write(String name, String text) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name), text);
    }
}
