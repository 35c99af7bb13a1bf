package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.column;
import static io.aurorarestore.adapter.postgres.Restoring.await;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Script;
import io.aurorarestore.port.CallFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptKindsTest {

    private static final String MEMBERSHIPS =
            "SELECT m::text FROM pg_auth_members AS m WHERE member = 'postgres'::regrole ORDER BY 1";

    private RestoredOrders orders;

    @BeforeEach
    void start() throws Exception {
        orders = new RestoredOrders();
    }

    @AfterEach
    void stop() {
        orders.close();
    }

    @Test
    void a_statement_that_no_transaction_may_hold_runs_alone_and_once() throws SQLException {
        Restore restore = Restoring.of(orders)
                .script(alone("CREATE INDEX CONCURRENTLY by_city ON customers (city)"))
                .script(new Script("tidy", "VACUUM (ANALYZE) customers;", false, Optional.empty()))
                .restore();

        TimedDatabase unhurried = orders.hasty(Duration.ofMinutes(15)); // it begins only where nearly all of it is left
        for (int time = 0; time < 2; time++) {
            assertThat(await(unhurried.configure(restore)).description()).isEqualTo("applied: alone, tidy");
        }

        assertThat(query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'by_city'::regclass"))
                .containsExactly("t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VACUUM customers; VACUUM orders", "VACUUM nowhere"})
    void a_statement_alone_that_fails_is_told(String sql) {
        CallFailedException failed = failed(alone(sql));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed).hasMessageStartingWith("Script alone failed: ");
    }

    @Test
    void a_transaction_that_a_statement_alone_begins_holds_nothing_back() throws SQLException {
        await(orders.database()
                .configure(Restoring.of(orders)
                        .script(alone("BEGIN"))
                        .script("then", "CREATE TABLE made AS SELECT 1 AS n")
                        .restore()));

        assertThat(query("SELECT n FROM made")).containsExactly("1");
    }

    @Test
    void a_script_runs_as_the_owner_who_sees_all_rows_and_the_master_is_no_member_after_it() throws SQLException {
        List<String> before = query(MEMBERSHIPS);

        await(orders.database()
                .configure(Restoring.of(orders)
                        .script(as("flyway", "CREATE TABLE made AS SELECT count(*) AS n FROM tickets"))
                        .script("then", "CREATE TABLE mine AS SELECT current_user AS who")
                        .restore()));

        assertThat(query("SELECT tableowner FROM pg_tables WHERE tablename = 'made'"))
                .containsExactly("flyway");
        assertThat(query("SELECT who FROM mine")).containsExactly("postgres");
        assertThat(query(MEMBERSHIPS)).isEqualTo(before);
    }

    @Test
    void a_role_that_the_master_cannot_become_is_told_with_what_it_lacks() {
        assertThat(failed(as("rdsadmin", "SELECT 1")))
                .hasMessageStartingWith("No script can run as rdsadmin: insufficient_privilege (42501). The master user"
                        + " needs CREATEROLE");
        assertThat(failed(as("nobody", "SELECT 1"))).hasMessageStartingWith("No script can run as nobody: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\copy customers from 'c.csv'|It has a command of psql, such as \\copy,",
                "SELECT 1 \\; \\echo done|",
                "COPY customers FROM stdin|COPY from or to the client is for psql: write INSERT",
                "copy (select 1) to stdout|COPY from or to the client is for psql: write INSERT"
            })
    void what_only_psql_understands_is_told(String sql, String told) {
        assertThat(failed(new Script("load", sql)))
                .hasMessageStartingWith("Script load failed and was rolled back: ")
                .hasMessageContaining(told == null ? "syntax_error" : ". " + told)
                .hasMessageNotContaining("must not begin, commit");
    }

    @Test
    void a_byte_order_mark_is_told() {
        assertThat(failed(new Script("load", "\uFEFFSELECT 1")))
                .hasMessageEndingWith(". It begins with a byte order mark: write it without");
    }

    @Test
    void a_copy_that_would_wait_for_data_is_not_begun() {
        assertThat(failed(alone("COPY customers FROM STDIN"))).hasMessageContaining("is for psql");
    }

    private CallFailedException failed(Script script) {
        return failure(
                orders.database().configure(Restoring.of(orders).script(script).restore()));
    }

    private static Script alone(String sql) {
        return new Script("alone", sql, false, Optional.empty());
    }

    private static Script as(String role, String sql) {
        return new Script("as", sql, true, Optional.of(role));
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection master = orders.master()) {
            return column(master, sql);
        }
    }
}
