package io.aurorarestore.local.lambda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where a {@link FakeFunction} plays: packaged, started as a native executable is, told by a {@link Director}. */
final class Stage implements AutoCloseable {

    static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:fake";

    private static final Duration PLENTY = Duration.ofMinutes(5);

    private final Director director = new Director();
    private final List<LambdaFunction> functions = new ArrayList<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final Path folder;
    private boolean mayLoop;

    Stage(Path folder) throws IOException {
        this.folder = folder;
    }

    Director director() {
        return director;
    }

    /** What was said of functions. */
    List<String> notices() {
        return notices;
    }

    /** The functions that are made from now on. */
    void mayLoop() {
        mayLoop = true;
    }

    Path log() {
        return folder.resolve("fake.log");
    }

    LambdaFunction function(int concurrency) throws IOException {
        return function(concurrency, PLENTY, PLENTY);
    }

    LambdaFunction function(int concurrency, Duration timeout, Duration init) throws IOException {
        return function(script(), concurrency, timeout, init);
    }

    /** @param executable what {@code -Dlocal.function} names */
    LambdaFunction function(String executable, int concurrency, Duration timeout, Duration init) throws IOException {
        Path file = Files.writeString(folder.resolve("executable"), executable);
        FunctionPackage code = FunctionPackage.unpack(file, folder.resolve("function"));
        Map<String, String> environment = Map.of("DIRECTOR", director.address());
        var settings = new FunctionSettings("fake", ARN, "Fake", mayLoop, timeout, init, environment, log());
        LambdaFunction function = new LambdaFunction(settings, code, concurrency, notices::add);
        functions.add(function);
        return function;
    }

    static CompletableFuture<InvocationResult> invoke(LambdaFunction function, String payload) {
        return function.invoke(payload.getBytes(StandardCharsets.UTF_8));
    }

    static String script() {
        return """
                #!/bin/sh
                exec '%s/bin/java' -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -cp '%s' %s
                """.formatted(
                        System.getProperty("java.home"),
                        FakeFunction.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath(),
                        FakeFunction.class.getName());
    }

    @Override
    public void close() {
        functions.forEach(LambdaFunction::close);
        director.close();
    }
}
