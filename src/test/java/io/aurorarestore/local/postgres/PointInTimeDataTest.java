package io.aurorarestore.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.WorkFolder;
import io.aurorarestore.local.postgres.OrdersSeed.Day;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real data of a moment: what was committed before is there, and what was after is not. */
class PointInTimeDataTest {

    private static final String HERE = "us-east-1";

    private static PostgresDataPlane plane;
    private static int clusters;

    private final String source = "cluster-S" + ++clusters;
    private Instant between = Instant.EPOCH;

    @BeforeAll
    static void start() throws Exception {
        plane = new PostgresDataPlane(WorkFolder.of("postgres"));
        new OrdersSeed(plane).prepare();
    }

    @AfterAll
    static void stop() {
        plane.close();
    }

    @BeforeEach
    void writeBeforeAndAfter() throws Exception {
        new OrdersSeed(plane).layDown(Day.OCTOBER, source);
        done(plane.setPassword(source, "postgres", "right"));
        serve(source);
        run(source, "CREATE TABLE moments (what text)", "INSERT INTO moments VALUES ('before')");
        between = now(source);
        run(source, "INSERT INTO moments VALUES ('after')");
    }

    @Test
    void what_was_committed_before_is_there_and_what_was_after_is_not() throws SQLException {
        assertThat(restored(source, Optional.of(between), "cluster-T1")).containsExactly("before");
        assertThat(moments(source)).containsExactly("before", "after");
    }

    @Test
    void a_clone_has_all_that_is_there_and_goes_its_own_way() throws SQLException {
        assertThat(restored(source, Optional.empty(), "cluster-T2")).containsExactly("before", "after");

        run(source, "INSERT INTO moments VALUES ('of the source')");
        run("cluster-T2", "INSERT INTO moments VALUES ('of the clone')");

        assertThat(moments("cluster-T2")).containsExactly("before", "after", "of the clone");
    }

    @Test
    void a_deleted_cluster_is_restored_from_what_was_retained() throws SQLException {
        done(plane.retain(source));

        assertThat(restored(source, Optional.of(between), "cluster-T3")).containsExactly("before");
        assertThat(restored(source, Optional.empty(), "cluster-T4")).containsExactly("before", "after");
        assertThat(restored(source, Optional.of(Instant.now()), "cluster-T5")).containsExactly("before", "after");
    }

    @Test
    void a_stopped_cluster_is_restored_as_one_that_runs() throws SQLException {
        done(plane.stop(source));

        assertThat(restored(source, Optional.of(between), "cluster-T6")).containsExactly("before");
        assertThat(restored(source, Optional.of(Instant.now()), "cluster-T7")).containsExactly("before", "after");
    }

    @Test
    void what_was_restored_so_can_be_restored_so_itself() throws SQLException {
        restored(source, Optional.of(between), "cluster-T8");
        Instant then = now("cluster-T8");
        run("cluster-T8", "INSERT INTO moments VALUES ('later')");

        assertThat(restored("cluster-T8", Optional.of(then), "cluster-T9")).containsExactly("before");
    }

    @Test
    void and_so_can_what_came_from_a_snapshot_and_was_restarted() throws SQLException {
        done(plane.snapshot(source, "snapshot-of-" + source));
        done(plane.copy("snapshot-of-" + source, "cluster-T10"));
        serve("cluster-T10");
        run("cluster-T10", "INSERT INTO moments VALUES ('first')");
        Instant then = now("cluster-T10");
        done(plane.restart("cluster-T10"));
        run("cluster-T10", "INSERT INTO moments VALUES ('second')");

        assertThat(restored("cluster-T10", Optional.of(then), "cluster-T11"))
                .containsExactly("before", "after", "first");
    }

    private static List<String> restored(String from, Optional<Instant> at, String to) throws SQLException {
        done(plane.restore(from, at, to));
        serve(to);
        return moments(to);
    }

    private static void serve(String volume) {
        plane.point(HERE, volume, volume);
        done(plane.start(volume, List.of(volume)));
    }

    private static List<String> moments(String volume) throws SQLException {
        try (Connection connection = connect(volume);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT what FROM moments")) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    private static Instant now(String volume) throws SQLException {
        try (Connection connection = connect(volume);
                ResultSet row = connection.createStatement().executeQuery("SELECT clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static void run(String volume, String... statements) throws SQLException {
        try (Connection connection = connect(volume);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private static Connection connect(String volume) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + plane.port(HERE, volume) + "/orders?loginTimeout=10",
                "postgres",
                "right");
    }

    private static void done(CompletionStage<Void> work) {
        work.toCompletableFuture().join();
    }
}
