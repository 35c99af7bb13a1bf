package io.aurorarestore.bench;

import io.aurorarestore.local.lambda.ArchiveRecording;
import io.aurorarestore.local.lambda.FunctionPackage;
import io.aurorarestore.local.lambda.LoneFunction;
import io.aurorarestore.local.lambda.ManagedRuntime;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A function as a build packaged it, and how to start it. */
record PackagedFunction(List<String> before, List<String> command) {

    private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";
    private static final boolean AOT = Runtime.version().feature() >= 25;

    /** On the JVM that runs this, with Lambda's options and its runtime client: all of {@code target} are jars. */
    static PackagedFunction ofJars(Path target, Path folder) throws IOException {
        Files.createDirectories(folder);
        ManagedRuntime.install(folder);
        try (Stream<Path> own = Files.list(target);
                Stream<Path> others = Files.list(target.resolve("lib"))) {
            List<String> jars = Stream.concat(
                            own.filter(file -> file.toString().endsWith("-runner.jar")), others.sorted())
                    .map(Path::toString)
                    .toList();
            List<String> command = ManagedRuntime.command(folder, List.of(), jars.stream(), HANDLER);
            return new PackagedFunction(command.subList(0, 1), command.subList(1, command.size()));
        }
    }

    static PackagedFunction ofExecutable(FunctionPackage code) {
        return new PackagedFunction(List.of(code.folder().resolve("bootstrap").toString()), List.of());
    }

    PackagedFunction with(String option) {
        return new PackagedFunction(
                Stream.concat(before.stream(), Stream.of(option)).toList(), command);
    }

    /** With an archive of the classes that ten invocations need: an AOT cache where the JVM knows it, else AppCDS. */
    PackagedFunction archived(Path archive) throws IOException, InterruptedException {
        ArchiveRecording.record(with((AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive)
                .builder());
        if (!Files.exists(archive)) {
            throw new IllegalStateException("No archive was written.");
        }
        return with((AOT ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive);
    }

    /** Starts it, and ends it once it has answered. */
    ColdStart coldStart() throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (LoneFunction function = new LoneFunction(builder(), "inbox")) {
            function.invoke(ArchiveRecording.event());
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            return new ColdStart(taken, function.processorTime(), function.calls());
        }
    }

    /**
     * From the start of the process to its first answer.
     *
     * @param processors the time that the process has had of them: it depends less on what else the machine does
     * @param calls of AWS
     */
    record ColdStart(Duration taken, Duration processors, int calls) {}

    private ProcessBuilder builder() {
        return new ProcessBuilder(
                        Stream.concat(before.stream(), command.stream()).toList())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(new File("target/bench-start.log")));
    }
}
