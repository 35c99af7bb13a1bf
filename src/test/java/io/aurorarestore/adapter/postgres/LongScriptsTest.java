package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.column;
import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.await;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.Eventually;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.ScriptProgress;
import io.aurorarestore.model.settings.Script;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Database.Report;
import io.smallrye.mutiny.Uni;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts that are repeated, and such as need more time than one invocation has. */
class LongScriptsTest {

    private static final String MASK = "UPDATE people SET name = 'x' WHERE id IN"
            + " (SELECT id FROM people WHERE name <> 'x' ORDER BY id LIMIT 10)";

    private static RestoredOrders orders;

    @BeforeAll
    static void start() throws Exception {
        orders = new RestoredOrders();
    }

    @AfterAll
    static void stop() {
        orders.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        try (Connection master = orders.master()) {
            run(
                    master,
                    "DROP TABLE IF EXISTS people, notes",
                    "CREATE TABLE people AS SELECT n AS id, 'name ' || n AS name FROM generate_series(1, 25) AS n",
                    "CREATE TABLE notes (what text)");
        }
    }

    @Test
    void a_script_is_repeated_until_its_last_statement_changes_no_row_and_tells_of_each_round() throws SQLException {
        Restore restore = Restoring.of(orders)
                .script(repeated("mask", "INSERT INTO notes VALUES ('a round'); " + MASK + "; -- the last"))
                .script("then", "INSERT INTO notes VALUES ('then')")
                .restore();
        List<String> heard = new ArrayList<>();

        for (int time = 0; time < 2; time++) {
            Report done = await(orders.database()
                    .configure(
                            restore,
                            progress -> Uni.createFrom().voidItem().invoke(() -> heard.add(progress.description()))));
            assertThat(done.stopped()).isEmpty();
            assertThat(done.description()).isEqualTo("applied: mask (25 row(s) in 4 round(s)), then");
        }

        assertThat(query("SELECT count(*) FROM people WHERE name = 'x'")).containsExactly("25");
        assertThat(query("SELECT what FROM notes")).containsExactly("a round", "a round", "a round", "a round", "then");
        assertThat(heard)
                .containsExactly(
                        "script mask (1 of 2)",
                        "script mask (1 of 2), 10 row(s) in 1 round(s)",
                        "script mask (1 of 2), 20 row(s) in 2 round(s)",
                        "script mask (1 of 2), 25 row(s) in 3 round(s)",
                        "script then (2 of 2)");
        assertThat(query("SELECT name || ' ' || rounds || ' ' || rows FROM aurora_restore.progress WHERE restore_id = '"
                        + restore.id() + "'"))
                .containsExactly("mask 4 25", "then 0 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE FROM people WHERE id IN (SELECT id FROM people LIMIT 20) | 25 row(s) in 3 round(s)",
                "INSERT INTO notes SELECT 'n' WHERE (SELECT count(*) FROM notes) < 2 | 2 row(s) in 3 round(s)",
                "UPDATE people SET name = 'x' WHERE name <> 'x' RETURNING id | 25 row(s) in 2 round(s)",
                "DELETE FROM people WHERE id < 9; SELECT FROM people WHERE id < 9 | 0 row(s) in 1 round(s)",
                "UPDATE people SET name = 'x'; CREATE TABLE IF NOT EXISTS notes () | 0 row(s) in 1 round(s)",
                "'' | 0 row(s) in 1 round(s)"
            })
    void rows_are_those_of_the_last_statement_whatever_it_is(String sql, String rounds) throws SQLException {
        Restore restore = Restoring.of(orders).script(repeated("any", sql)).restore();

        assertThat(await(orders.database().configure(restore)).description())
                .isEqualTo("applied: any (" + rounds + ")");
    }

    @Test
    void a_round_that_fails_is_rolled_back_and_what_was_done_before_stays() throws SQLException {
        CallFailedException failed = failure(orders.database()
                .configure(Restoring.of(orders)
                        .script(
                                repeated(
                                        "mask",
                                        "INSERT INTO notes SELECT 1 / (15 - max(id)) FROM people;"
                                                + " DELETE FROM people WHERE id IN (SELECT id FROM people ORDER BY id DESC LIMIT 10)"))
                        .restore()));

        assertThat(failed).hasMessage("Script mask failed and was rolled back: division_by_zero (22012)");
        assertThat(query("SELECT count(*) FROM people")).containsExactly("15");
        assertThat(query("SELECT count(*) FROM notes")).containsExactly("1");
    }

    @Test
    void a_repeated_script_runs_as_another_role_each_time() throws SQLException {
        try (Connection master = orders.master()) {
            run(master, "GRANT flyway TO postgres", "ALTER TABLE people OWNER TO flyway");
        }

        assertThat(await(orders.database()
                                .configure(Restoring.of(orders)
                                        .script(new Script(
                                                "mask", MASK, true, Optional.of("flyway"), true, Script.USUAL_DEADLINE))
                                        .restore()))
                        .description())
                .isEqualTo("applied: mask (25 row(s) in 4 round(s))");
    }

    @Test
    void a_job_goes_on_over_as_many_invocations_as_it_needs_and_does_nothing_twice() throws SQLException {
        Restore restore = Restoring.of(orders)
                .script("first", "INSERT INTO notes VALUES ('first')")
                .script(repeated("mask", "SELECT pg_sleep(1); " + MASK))
                .script("last", "INSERT INTO notes VALUES ('last')")
                .restore();
        List<ScriptProgress> stops = new ArrayList<>();

        Report report = await(orders.hasty(Duration.ofSeconds(3)).configure(restore));
        while (report.stopped().isPresent()) {
            stops.add(report.stopped().get());
            report = await(orders.hasty(Duration.ofSeconds(3)).configure(restore));
        }

        assertThat(stops)
                .hasSizeBetween(1, 4)
                .extracting(ScriptProgress::number)
                .containsOnly(2);
        assertThat(stops.get(0).rounds()).isPositive();
        assertThat(report.description()).isEqualTo("applied: first, mask (25 row(s) in 4 round(s)), last");
        assertThat(query("SELECT what FROM notes")).containsExactly("first", "last");
    }

    @Test
    void a_script_that_others_left_too_little_time_for_gets_all_of_the_next_invocation() throws SQLException {
        Restore restore = Restoring.of(orders)
                .script("short", "SELECT pg_sleep(2)")
                .script("long", "SELECT pg_sleep(4.3); INSERT INTO notes VALUES ('long')")
                .restore();

        Report stopped = await(orders.hasty(Duration.ofSeconds(6)).configure(restore));
        assertThat(stopped.stopped()).map(ScriptProgress::script).contains("long");
        assertThat(query("SELECT what FROM notes")).isEmpty();

        assertThat(await(orders.hasty(Duration.ofSeconds(6)).configure(restore)).description())
                .isEqualTo("applied: short, long");
        assertThat(query("SELECT what FROM notes")).containsExactly("long");
    }

    @Test
    void what_cannot_be_rolled_back_is_not_begun_in_what_others_have_left() throws SQLException {
        Restore restore = Restoring.of(orders)
                .script("short", "SELECT pg_sleep(1)")
                .script(new Script("alone", "INSERT INTO notes SELECT 'alone'", false, Optional.empty()))
                .restore();

        Report stopped = await(orders.hasty(Duration.ofSeconds(5)).configure(restore));

        assertThat(stopped.stopped()).map(ScriptProgress::script).contains("alone");
        assertThat(query("SELECT what FROM notes")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false, change its rows in rounds with \"repeat\": true", "true, let each round change fewer rows"})
    void a_statement_that_needs_more_than_an_invocation_is_told_at_once_with_what_to_do(boolean repeat, String advice)
            throws SQLException {
        Script hours = new Script(
                "hours",
                "INSERT INTO notes VALUES (1); SELECT pg_sleep(100)",
                true,
                Optional.empty(),
                repeat,
                Script.USUAL_DEADLINE);

        CallFailedException failed = failure(orders.hasty(Duration.ofSeconds(2))
                .configure(Restoring.of(orders).script(hours).restore()));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.DATABASE_FAILED);
        assertThat(failed)
                .hasMessageStartingWith("Script hours was ended after 1 seconds: no statement may take longer")
                .hasMessageContaining("DatabaseTimeout")
                .hasMessageContaining("It was rolled back.")
                .hasMessageContaining(advice)
                .hasMessageEndingWith("or leave the work to a hook.");
        assertThat(query("SELECT what FROM notes")).isEmpty();
    }

    @Test
    void a_deadline_counts_over_all_invocations_and_what_was_done_stays() throws SQLException {
        Restore restore = Restoring.of(orders)
                .script(new Script(
                        "endless",
                        "SELECT pg_sleep(1.2); UPDATE people SET name = name",
                        true,
                        Optional.empty(),
                        true,
                        Duration.ofMinutes(1)))
                .restore();
        TimedDatabase hasty = orders.hasty(Duration.ofSeconds(3));
        assertThat(await(hasty.configure(restore)).stopped()).isPresent();
        asMaster("UPDATE aurora_restore.progress SET begun_at = begun_at - interval '61 seconds'");

        CallFailedException failed = failure(hasty.configure(restore));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed)
                .hasMessage("Script endless was not done by its deadline, PT1M after it began: it has changed 25 row(s)"
                        + " in 1 round(s). Please raise its \"deadline\", or let it do less.");
    }

    @Test
    void the_deadline_ends_a_statement_too() {
        Script late = new Script("late", "SELECT pg_sleep(30)", true, Optional.empty(), false, Duration.ofSeconds(2));

        assertThat(failure(orders.database()
                        .configure(Restoring.of(orders).script(late).restore())))
                .hasMessage("Script late was not done by its deadline, PT2S after it began. Please raise its"
                        + " \"deadline\", or let it do less.");
    }

    @Test
    void a_person_who_cancels_a_statement_is_no_deadline() throws Exception {
        Uni<Report> work = orders.database()
                .configure(Restoring.of(orders)
                        .script("long", "SELECT pg_sleep(30)")
                        .restore());
        CompletableFuture<CallFailedException> failed = CompletableFuture.supplyAsync(() -> failure(work));
        Eventually.that(() -> assertThat(
                        query("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE query LIKE 'DO %sleep(30)%'"))
                .isNotEmpty());

        assertThat(failed.join()).hasMessage("Script long failed and was rolled back: query_canceled (57014)");
    }

    @Test
    void a_killed_invocation_loses_one_round() throws SQLException {
        Restore restore = Restoring.of(orders)
                .script(repeated("mask", MASK + " AND id NOT IN (SELECT 11 FROM pg_sleep(0.7))"))
                .restore();
        Uni<Report> killed = orders.database()
                .configure(restore)
                .ifNoItem()
                .after(Duration.ofSeconds(2))
                .fail();
        assertThatThrownBy(() -> await(killed)).isNotNull();
        List<String> kept = query("SELECT rounds || ' ' || (rows = (SELECT count(*) FROM people WHERE name = 'x'))"
                + " FROM aurora_restore.progress WHERE restore_id = '" + restore.id() + "'");
        assertThat(kept).singleElement().asString().matches("[1-9] true");

        asMaster("UPDATE people SET name = 'x' WHERE id = 11");
        Report done = await(orders.database().configure(restore));

        assertThat(query("SELECT count(*) FROM people WHERE name = 'x'")).containsExactly("25");
        assertThat(done.description()).startsWith("applied: mask (24 row(s) in ");
    }

    private static Script repeated(String name, String sql) {
        return new Script(name, sql, true, Optional.empty(), true, Script.USUAL_DEADLINE);
    }

    private static void asMaster(String sql) throws SQLException {
        try (Connection master = orders.master()) {
            run(master, sql);
        }
    }

    private static List<String> query(String sql) throws SQLException {
        try (Connection master = orders.master()) {
            return column(master, sql);
        }
    }
}
