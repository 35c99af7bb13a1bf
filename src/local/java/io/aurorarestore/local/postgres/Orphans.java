package io.aurorarestore.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Servers that a killed run of the program left behind. */
final class Orphans {

    private Orphans() {}

    static void stop(Path volumes) throws IOException {
        if (!Files.exists(volumes)) {
            return;
        }
        try (Stream<Path> folders = Files.list(volumes)) {
            folders.map(folder -> folder.resolve("postmaster.pid"))
                    .filter(Files::exists)
                    .forEach(Orphans::kill);
        }
    }

    /** The process is ours only if its command line names this very data folder. */
    private static void kill(Path pidFile) {
        String data = Objects.requireNonNull(pidFile.getParent()).toString();
        pid(pidFile)
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments -> Stream.of(arguments).anyMatch(data::equals))
                        .isPresent())
                .ifPresent(process -> {
                    process.destroyForcibly();
                    process.onExit().orTimeout(5, TimeUnit.SECONDS).join();
                });
    }

    private static Optional<Long> pid(Path file) {
        try {
            return Files.readAllLines(file).stream().findFirst().map(line -> Long.parseLong(line.strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
