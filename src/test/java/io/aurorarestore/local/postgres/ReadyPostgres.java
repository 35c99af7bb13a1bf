package io.aurorarestore.local.postgres;

import io.aurorarestore.local.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** What the first start of a local AWS makes and keeps, made once for all that the tests of a JVM start. */
public final class ReadyPostgres {

    /** Made anew with each start. */
    private static final List<String> OF_A_START = List.of("volumes", "logs", "hosts", "rds-ca.pem");

    private ReadyPostgres() {}

    /** @param work of a local AWS that is to start, for what it keeps as if it had started before */
    public static void in(Path work) throws IOException, InterruptedException, SQLException {
        Path made = WorkFolder.of("postgres").toAbsolutePath();
        try (PostgresDataPlane plane = new PostgresDataPlane(made)) {
            new OrdersSeed(plane).prepare();
        }
        Path postgres = Files.createDirectories(work.resolve("postgres"));
        try (Stream<Path> kept = Files.list(made)) {
            for (Path one : kept.filter(ReadyPostgres::isKept).toList()) {
                Path link = postgres.resolve(one.getFileName());
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, one);
            }
        }
    }

    /**
     * Lays the orders of October down, whose master has a password: made once, so that no test starts and stops a server
     * for that alone.
     */
    public static void orders(PostgresDataPlane plane, String volume, String password) throws Exception {
        Path ready = plane.installation().work().resolve("orders-with-a-master");
        if (!Files.exists(ready)) {
            OrdersSeed seed = new OrdersSeed(plane);
            seed.prepare();
            seed.layDown(OrdersSeed.Day.OCTOBER, "readied");
            Volume readied = plane.scratch("readied");
            readied.setPassword("postgres", password);
            readied.copyTo(ready);
            readied.remove();
        }
        plane.layDown(ready, volume);
    }

    private static boolean isKept(Path made) {
        return !OF_A_START.contains(made.getFileName().toString());
    }
}
