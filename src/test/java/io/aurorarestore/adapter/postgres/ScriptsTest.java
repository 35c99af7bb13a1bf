package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.column;
import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.port.Database;
import io.smallrye.mutiny.Uni;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {

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
    void scripts_run_once_each_in_their_order_whatever_often_the_job_comes() throws SQLException {
        Restore restore = Restoring.of(orders)
                .script("mask", "UPDATE customers SET name = 'x' || name; INSERT INTO notes VALUES ('it''s \\ 1');")
                .script("then", NOTE.formatted(2))
                .restore();

        for (int time = 0; time < 3; time++) {
            assertThat(configure(restore)).isEqualTo("applied: mask, then");
        }

        assertThat(notes()).containsExactly("it's \\ 1", "2");
        assertThat(query("SELECT DISTINCT left(name, 1) || (name LIKE 'xx%') FROM customers"))
                .containsExactly("xfalse");
    }

    @Test
    void what_was_applied_is_told_by_hash_and_name_and_never_by_its_sql() throws SQLException {
        Restore restore =
                Restoring.of(orders).script("one", NOTE.formatted("hunter2")).restore();

        configure(restore);

        assertThat(query("SELECT a::text FROM aurora_restore.applied a WHERE restore_id = '" + restore.id() + "'"))
                .singleElement()
                .asString()
                .matches("\\(" + restore.id() + ",[0-9a-f]{64},one,.*\\)")
                .doesNotContain("hunter2");
    }

    @Test
    void what_another_restore_applied_to_this_data_does_not_count() throws SQLException {
        configure(Restoring.of(orders).script("mask", NOTE.formatted(1)).restore());
        Restore after = Restoring.of(orders).script("mask", NOTE.formatted(1)).restore();

        configure(after);

        assertThat(notes()).containsExactly("1", "1");
        assertThat(query("SELECT restore_id FROM aurora_restore.provenance"))
                .containsExactly(after.id().value());
    }

    @Test
    void a_job_that_is_sent_again_while_it_is_at_work_applies_nothing_twice() throws SQLException {
        Restore restore = Restoring.of(orders)
                .script("slow", "SELECT pg_sleep(0.5); " + NOTE.formatted(1))
                .restore();

        Stream.generate(() -> orders.database().configure(restore))
                .limit(4)
                .map(Uni::subscribeAsCompletionStage)
                .toList()
                .forEach(job -> job.join());

        assertThat(notes()).containsExactly("1");
    }

    @Test
    void a_script_leaves_nothing_behind_in_the_session_of_the_next() throws SQLException {
        configure(Restoring.of(orders)
                .with("of_session", "p1", Grant.READ_WRITE)
                .script(
                        "sets",
                        "SET search_path = nowhere; CREATE TEMP TABLE t (i int); GRANT of_session TO postgres;"
                                + " SET ROLE of_session")
                .script("again", "CREATE TEMP TABLE t (i int); INSERT INTO notes SELECT current_user")
                .restore());

        assertThat(notes()).containsExactly("postgres");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ; ",
                "-- nothing",
                "SET LOCAL work_mem = '8MB'; CREATE TABLE made AS SELECT 1",
                "SELECT 1 INTO made",
                "DO $$ BEGIN EXECUTE $q$ CREATE TABLE made () $q$; END $$"
            })
    void any_sql_that_may_stand_in_a_transaction_may_stand_in_a_script(String sql) {
        assertThat(configure(Restoring.of(orders).script("any", sql).restore())).endsWith("applied: any");
    }

    @Test
    void a_job_that_is_cut_off_in_a_script_is_done_by_the_next() throws SQLException {
        Restore restore = Restoring.of(orders)
                .script("slow", NOTE.formatted(1) + "; SELECT pg_sleep(2)")
                .restore();
        Uni<Database.Report> cut = orders.database()
                .configure(restore)
                .ifNoItem()
                .after(Duration.ofSeconds(1))
                .fail();
        assertThatThrownBy(() -> await(cut)).hasMessageNotContaining("PostgreSQL");

        configure(restore);

        assertThat(notes()).containsExactly("1");
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
