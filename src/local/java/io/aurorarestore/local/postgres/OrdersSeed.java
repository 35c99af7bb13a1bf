package io.aurorarestore.local.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * The data of the example: a shop's orders as they were on several days. Made once and kept; a start only copies.
 *
 * <p>The database is {@code orders}, and the analysts have {@code reporting}; the master user is {@code postgres}, who has
 * no password until one is set.
 */
public final class OrdersSeed {

    /** How the shop's data was, oldest first. */
    public enum Day {
        /** Long ago: 400 orders. */
        OCTOBER("2026-10-01", 1, 400),
        /** 900 orders. */
        NOVEMBER_19("2026-11-19", 401, 900),
        /** 1000 orders. */
        NOVEMBER_20("2026-11-20", 901, 1000),
        /** 1042 orders: what no snapshot has. */
        LIVE("2026-11-21", 1001, 1042);

        private final String date;
        private final int first;
        private final int last;

        Day(String date, int first, int last) {
            this.date = date;
            this.first = first;
            this.last = last;
        }
    }

    private static final List<String> SCRIPTS = List.of("roles.sql", "schema.sql", "reporting.sql", "orders.sql");

    private final PostgresDataPlane plane;
    private final Path made;

    public OrdersSeed(PostgresDataPlane plane) {
        this.plane = plane;
        Path work = plane.installation().work();
        this.made = work.resolve("seed-"
                + Integer.toHexString(
                        SCRIPTS.stream().map(OrdersSeed::script).toList().hashCode()));
    }

    /** Makes the data where an earlier run has not. */
    public void prepare() throws IOException, InterruptedException, SQLException {
        if (!Files.exists(made)) {
            Path partial = plane.layDown("seeding");
            make(partial);
            Files.move(partial, made);
        }
    }

    /** Lays the data of a day down as a volume that nobody uses yet. */
    public void layDown(Day day, String volume) throws IOException {
        plane.layDown(made.resolve(day.name()), volume);
    }

    private void make(Path folder) throws IOException, InterruptedException, SQLException {
        plane.installation().initialise(plane.layDown("seed"));
        Volume volume = plane.scratch("seed");
        try {
            volume.start();
            volume.execute("postgres", script("roles.sql"));
            volume.execute("orders", script("schema.sql"));
            volume.execute("reporting", script("reporting.sql"));
            for (Day day : Day.values()) {
                volume.execute("orders", orders(day));
                volume.stop(false);
                volume.copyTo(folder.resolve(day.name()));
                volume.start();
            }
        } finally {
            volume.remove();
        }
    }

    private static String orders(Day day) {
        return script("orders.sql")
                .replace("${day}", day.date)
                .replace("${first}", Integer.toString(day.first))
                .replace("${last}", Integer.toString(day.last));
    }

    private static String script(String name) {
        try (InputStream found = OrdersSeed.class.getResourceAsStream("/seed/" + name)) {
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
