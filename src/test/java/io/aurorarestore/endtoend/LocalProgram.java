package io.aurorarestore.endtoend;

import io.aurorarestore.local.Eventually;
import io.aurorarestore.local.postgres.ReadyPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The local AWS as the user's command starts it: a program of its own, known by what it prints. */
final class LocalProgram implements AutoCloseable {

    private static final Duration PATIENCE = Eventually.PATIENCE;
    private static final String END = "(the program has ended)";
    private static final Pattern READY = Pattern.compile("Local AWS ready: AWS_ENDPOINT_URL=(\\S+) API=(\\S+)");

    private final Process process;
    private final BlockingQueue<String> fresh = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();

    private LocalProgram(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "output of the local AWS");
        reader.setDaemon(true);
        reader.start();
    }

    /** Not for the first time: PostgreSQL and the example's data are there. */
    static LocalProgram startAgain(Path work, String... options) throws Exception {
        ReadyPostgres.in(work);
        return start(work, options);
    }

    /** @param options for instance {@code -Dlocal.request=none} */
    static LocalProgram start(Path work, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-Dlocal.port=0");
        command.add("-Dlocal.api.port=0");
        command.add("-Dlocal.function=" + System.getProperty("local.function", "target/function.zip"));
        command.add("-Dlocal.work=" + work);
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath(), "io.aurorarestore.local.LocalMain"));
        return new LocalProgram(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(fresh::add);
        } catch (IOException | UncheckedIOException e) {
            fresh.add(e.toString());
        } finally {
            fresh.add(END);
        }
    }

    /** Waits for a line that holds a match. */
    Matcher line(String pattern) throws InterruptedException {
        return line(Pattern.compile(pattern));
    }

    private Matcher line(Pattern pattern) throws InterruptedException {
        while (true) {
            String line = fresh.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (line == null || line.equals(END)) {
                throw new AssertionError("no line like " + pattern + " in:\n" + String.join("\n", seen));
            }
            seen.add(line);
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                return matcher;
            }
        }
    }

    UserAccount account() throws InterruptedException {
        Matcher ready = line(READY);
        return new UserAccount(ready.group(1), ready.group(2));
    }

    List<ProcessHandle> processes() {
        return process.descendants().toList();
    }

    /** As Ctrl-C or a plain kill does. */
    boolean terminatedWithin(Duration time) throws InterruptedException {
        process.toHandle().destroy(); // its output can still be read
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running after:\n" + String.join("\n", seen));
        }
        return process.exitValue();
    }

    String output() {
        fresh.drainTo(seen);
        return String.join("\n", seen);
    }

    @Override
    public void close() {
        List<ProcessHandle> all = processes();
        process.destroy();
        process.onExit()
                .orTimeout(60, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
