package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.column;
import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.await;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.port.CallFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptFailuresTest {

    private static final String NOTE = "INSERT INTO notes VALUES ('%s')";

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
            run(master, "DROP TABLE IF EXISTS notes, made", "CREATE TABLE notes (what text)");
        }
    }

    @Test
    void a_script_that_fails_leaves_nothing_and_ends_the_job_by_its_name() throws SQLException {
        Restoring start =
                Restoring.of(orders).with("of_scripts", "p1", Grant.READ_ONLY).script("good", NOTE.formatted(1));
        CallFailedException failed = refused(start.script("bad", NOTE.formatted(2) + "; SELECT * FROM nowhere")
                .script("never", NOTE.formatted(3)));

        assertThat(failed).hasMessage("Script bad failed and was rolled back: undefined_table (42P01) at character 47");
        assertThat(notes()).containsExactly("1");

        configure(start.script("better", NOTE.formatted(2)).restore());

        assertThat(notes()).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'hunter2'::integer",
                "SELECT '{\"a\": hunter2}'::json",
                "SELECT 'hunter2",
                "SELECT 1 'hunter2'",
                "SELECT 'hunter2'::regclass",
                "INSERT INTO notes VALUES ('hunter2'); ALTER TABLE notes ADD CHECK (what <> 'hunter2')",
                "INSERT INTO notes VALUES ('hunter2'); ALTER TABLE notes ALTER what TYPE integer USING what::integer"
            })
    void what_a_script_and_the_data_say_is_in_no_error(String sql) {
        assertThat(refused(Restoring.of(orders).script("loud", sql)))
                .hasMessageContaining("Script loud")
                .hasMessageMatching(".*: [a-z_]+ \\([0-9A-Z]{5}\\).*")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMMIT", "ROLLBACK", "COMMIT; BEGIN", "END; BEGIN", "SAVEPOINT s", "CALL commits()"})
    void a_script_cannot_end_the_transaction_that_it_is_part_of(String control) throws SQLException {
        try (Connection master = orders.master()) {
            run(master, "CREATE OR REPLACE PROCEDURE commits() LANGUAGE plpgsql AS 'BEGIN COMMIT; END'");
        }

        CallFailedException failed = refused(
                Restoring.of(orders).script("ends", NOTE.formatted(1) + "; " + control + "; " + NOTE.formatted(2)));

        assertThat(failed).hasMessageContaining("ends").hasMessageContaining("must not begin, commit or roll back");
        assertThat(notes()).isEmpty();
    }

    @Test
    void a_script_that_takes_longer_than_a_job_may_is_ended_by_the_server() throws SQLException {
        TimedDatabase hasty = orders.hasty(Duration.ofSeconds(10));

        CallFailedException failed = failure(hasty.configure(Restoring.of(orders)
                .script("long", NOTE.formatted(1) + "; SELECT pg_sleep(1); SELECT pg_sleep(30)")
                .restore()));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed).hasMessageContaining("Script long was ended after").hasMessageContaining("\"repeat\": true");
        assertThat(notes()).isEmpty();
    }

    private static CallFailedException refused(Restoring restoring) {
        CallFailedException failed = failure(orders.database().configure(restoring.restore()));
        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.DATABASE_FAILED);
        return failed;
    }

    private static String configure(Restore restore) {
        return await(orders.database().configure(restore)).description();
    }

    private static List<String> notes() throws SQLException {
        return query("SELECT what FROM notes");
    }

    private static List<String> query(String sql) throws SQLException {
        try (Connection master = orders.master()) {
            return column(master, sql);
        }
    }
}
