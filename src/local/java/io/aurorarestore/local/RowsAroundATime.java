package io.aurorarestore.local;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Writes an order, notes the time, writes another: by them one sees of when the data is that a restore brings. */
final class RowsAroundATime {

    /** Stands for that time in a request. */
    static final String PLACEHOLDER = "2026-11-20T14:05:00Z";

    private static final String SOURCE = "orders-staging";
    private static final List<String> ROWS = List.of("before", "after");
    private static final Duration SURE = Duration.ofMillis(50);

    private final LocalAws aws;

    RowsAroundATime(LocalAws aws) {
        this.aws = aws;
    }

    /** @return a whole second between the two, as RDS restores to */
    Instant write() {
        insert(ROWS.get(0));
        Instant between = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        while (Instant.now().isBefore(between.plus(SURE))) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        insert(ROWS.get(1));
        return between;
    }

    private void insert(String status) {
        try (Connection connection = ServedDataWatch.connect(aws, SOURCE);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO orders (customer_id, ordered_on, status) VALUES (1, CURRENT_DATE, '" + status + "')");
        } catch (SQLException e) {
            throw new IllegalStateException("the orders around a time cannot be written", e);
        }
    }

    /** A line for each of the two. */
    List<String> seenIn(String target, Instant between) {
        try (Connection connection = ServedDataWatch.connect(aws, target);
                Statement statement = connection.createStatement()) {
            return List.of(
                    line(statement, ROWS.get(0), target, between), line(statement, ROWS.get(1), target, between));
        } catch (SQLException e) {
            return List.of(target + " does not say what it holds");
        }
    }

    private static String line(Statement statement, String status, String target, Instant between) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT FROM orders WHERE status = '" + status + "'")) {
            return "the order written " + status + " " + between + (found.next() ? " is in " : " is not in ") + target;
        }
    }
}
