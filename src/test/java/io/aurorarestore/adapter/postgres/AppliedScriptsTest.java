package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.column;
import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.await;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.CallFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppliedScriptsTest {

    private static final String COUNT = "UPDATE counter SET n = n + 1";

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
        asMaster("DROP TABLE IF EXISTS counter", "CREATE TABLE counter AS SELECT 0 AS n");
    }

    @Test
    void the_same_sql_runs_once_under_each_name() throws SQLException {
        Restore restore = Restoring.of(orders)
                .script("before", COUNT)
                .script("mask", "UPDATE customers SET name = 'x'")
                .script("after", COUNT)
                .restore();

        for (int time = 0; time < 2; time++) {
            assertThat(await(orders.database().configure(restore)).description())
                    .isEqualTo("applied: before, mask, after");
        }

        assertThat(counted()).containsExactly("2");
        assertThat(query("SELECT name FROM aurora_restore.applied WHERE restore_id = '" + restore.id()
                        + "' ORDER BY applied_at"))
                .containsExactly("before", "mask", "after");
        assertThat(await(orders.database().verify(restore))).isEqualTo("0 check(s) hold");
    }

    @Test
    void other_sql_under_a_name_that_was_applied_is_refused() throws SQLException {
        Restoring start = Restoring.of(orders).script("first", "SELECT 1");
        await(orders.database().configure(start.script("mask", COUNT).restore()));

        CallFailedException failed = failure(orders.database()
                .configure(start.script("mask", COUNT + " WHERE n = 'hunter2'").restore()));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.DATABASE_FAILED);
        assertThat(failed).hasMessage("Script mask cannot run: this restore has applied other SQL under its name.");
        assertThat(counted()).containsExactly("1");
    }

    @Test
    void data_that_was_not_through_every_script_is_not_checked() throws SQLException {
        Restore restore = Restoring.of(orders)
                .script("mask phones", COUNT)
                .script("mask names", COUNT)
                .script("fine", COUNT)
                .restore("select false");
        await(orders.database().configure(restore));
        asMaster(
                "DELETE FROM aurora_restore.applied WHERE name = 'mask phones'",
                "UPDATE aurora_restore.applied SET hash = 'of another' WHERE name = 'mask names'");

        assertThat(unverified(restore))
                .hasMessage("By its own notes this data has not been through the script(s) mask phones, mask names.");
    }

    @Test
    void data_without_notes_of_scripts_is_not_checked() throws SQLException {
        Restore restore = Restoring.of(orders).script("mask", COUNT).restore("select true");
        await(orders.database().configure(restore));
        asMaster("DROP TABLE aurora_restore.applied");

        assertThat(unverified(restore))
                .hasMessage("The table aurora_restore.applied cannot be read: undefined_table (42P01)");
    }

    @Test
    void many_scripts_that_were_not_applied_make_no_long_message() {
        Restoring restoring = Restoring.of(orders);
        await(orders.database().configure(restoring.restore()));
        for (int number = 0; number < 100; number++) {
            restoring = restoring.script(number + "x".repeat(1000), COUNT);
        }

        assertThat(unverified(restoring.restore()).getMessage())
                .hasSizeLessThan(500)
                .endsWith("… and 95 more.");
    }

    @Test
    void a_name_may_be_longer_than_a_key_of_a_table() throws SQLException {
        StringBuilder name = new StringBuilder();
        for (int letter = 0; letter < 512; letter++) {
            name.appendCodePoint(0x20000 + letter * 37 % 40_000);
        }
        Restore restore = Restoring.of(orders).script(name.toString(), COUNT).restore();

        await(orders.database().configure(restore));
        await(orders.database().configure(restore));

        assertThat(counted()).containsExactly("1");
        assertThat(await(orders.database().verify(restore))).isEqualTo("0 check(s) hold");
    }

    private static CallFailedException unverified(Restore restore) {
        CallFailedException failed = failure(orders.database().verify(restore));
        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.VERIFICATION_FAILED);
        return failed;
    }

    private static List<String> counted() throws SQLException {
        return query("SELECT n FROM counter");
    }

    private static void asMaster(String... statements) throws SQLException {
        try (Connection master = orders.master()) {
            run(master, statements);
        }
    }

    private static List<String> query(String sql) throws SQLException {
        try (Connection master = orders.master()) {
            return column(master, sql);
        }
    }
}
