package io.aurorarestore.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.opentest4j.TestAbortedException;

/**
 * Runs the {@code sh} blocks of a page in one {@code bash -euo pipefail}, from the repository's root, so that what a
 * block exports is there for the next. {@code ./mvnw} commands are left out, see {@link MavenCommands}; so are blocks
 * with {@code aws} commands where there is no AWS CLI.
 */
public final class PageRun {

    private static final long PATIENCE_MINUTES = 20;

    private final DocPage page;
    private final List<DocPage.Step> steps;
    private final Path work;
    private final CommandLineTools tools;

    /** @param work an empty folder, for scripts and outputs */
    public PageRun(DocPage page, Path work, CommandLineTools tools) {
        this.page = page;
        this.steps = page.steps().stream()
                .filter(step -> tools.canRun(step.commands()))
                .toList();
        this.work = work.toAbsolutePath();
        this.tools = tools;
    }

    /**
     * @param adapted makes a block's text one that can run here
     * @throws AssertionError if a command fails, or an answer is not as the page shows it
     * @throws TestAbortedException at the end, if blocks had to be left out
     */
    public void run(UnaryOperator<String> adapted) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("exec 9>'" + work.resolve("trace") + "'\nBASH_XTRACEFD=9\nset -x\n");
        for (int i = 0; i < steps.size(); i++) {
            Files.writeString(file(i, "sh"), adapted.apply(withoutMaven(steps.get(i))) + "\n");
            script.append("source '%s' >'%s' 2>'%s'\n".formatted(file(i, "sh"), file(i, "out"), file(i, "err")));
        }
        Path main = Files.writeString(work.resolve("page.sh"), script);
        int exit = exit(main);
        if (exit != 0) {
            throw new AssertionError(failure(exit));
        }
        for (int i = 0; i < steps.size(); i++) {
            new Answer(read(file(i, "out"))).check(steps.get(i));
        }
        int all = page.steps().size();
        Assumptions.assumeTrue(
                steps.size() == all,
                () -> page + ": no aws on PATH, so only " + steps.size() + " of " + all + " blocks were run");
    }

    private static String withoutMaven(DocPage.Step step) {
        return step.commands().text().replaceAll("(?m)^\\./mvnw\\b.*$", ":");
    }

    private int exit(Path script) throws IOException, InterruptedException {
        ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", script.toString())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(work.resolve("bash.log").toFile())
                .redirectErrorStream(true);
        tools.into(bash.environment());
        Process process = bash.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        return process.exitValue();
    }

    /** The last block that was begun is the one that failed. */
    private String failure(int exit) throws IOException {
        int last = -1;
        while (Files.exists(file(last + 1, "out"))) {
            last++;
        }
        if (last < 0) {
            return page + ": exit " + exit + "\n" + read(work.resolve("bash.log"));
        }
        return "%s: exit %d of\n%s\nout: %s\nerr: %s%s"
                .formatted(
                        steps.get(last).commands().place(),
                        exit,
                        lastCommand(),
                        read(file(last, "out")),
                        read(file(last, "err")),
                        read(work.resolve("bash.log")));
    }

    private String lastCommand() throws IOException {
        try (Stream<String> trace = Files.lines(work.resolve("trace"))) {
            return trace.reduce("", (before, line) -> line);
        }
    }

    private Path file(int step, String kind) {
        return work.resolve(step + "." + kind);
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
