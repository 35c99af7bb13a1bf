package io.aurorarestore.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A page of the documentation. */
public record DocPage(Path path, String text, List<CodeBlock> blocks) {

    /** Commands, and the answer that the page shows right after them. */
    public record Step(CodeBlock commands, Optional<CodeBlock> answer) {}

    /** The README, CONTRIBUTING, and all of {@code docs/}, in this order. */
    public static List<DocPage> all() {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            Stream<Path> pages = docs.filter(path -> path.toString().endsWith(".md"));
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")), pages.sorted())
                    .map(DocPage::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DocPage read(Path path) {
        try {
            return of(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static DocPage of(Path path, String text) {
        return new DocPage(path, text, MarkdownBlocks.of(path, text));
    }

    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).isShell()) {
                steps.add(new Step(blocks.get(i), answer(i + 1)));
            }
        }
        return steps;
    }

    /** Whether a block shows what the commands before it answer. */
    public boolean isAnswer(CodeBlock block) {
        return steps().stream().anyMatch(step -> step.answer().equals(Optional.of(block)));
    }

    private Optional<CodeBlock> answer(int next) {
        return next < blocks.size()
                        && blocks.get(next).adjoining()
                        && !blocks.get(next).isShell()
                ? Optional.of(blocks.get(next))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
