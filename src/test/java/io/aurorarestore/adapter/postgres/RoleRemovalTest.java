package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.column;
import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.await;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.port.CallFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleRemovalTest {

    private static RestoredOrders orders;

    @BeforeAll
    static void start() throws Exception {
        orders = new RestoredOrders();
    }

    @AfterAll
    static void stop() {
        orders.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaver", "Odd $$ \"na'me\\"})
    void a_dropped_role_is_gone_and_what_it_owned_is_the_masters(String name) throws SQLException {
        String role = Quoted.identifier(name);
        asMaster(
                "CREATE ROLE " + role + " LOGIN PASSWORD 'p'",
                "GRANT SELECT ON orders TO " + role,
                "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO " + role,
                "GRANT CREATE ON SCHEMA public TO " + role);
        try (Connection leaver = orders.login(name, "p")) {
            run(leaver, "CREATE TABLE left_behind AS SELECT 7 AS n");
        }
        Restore restore = Restoring.of(orders)
                .dropping(name, "never_was")
                .with("heir", "p", Grant.READ_ONLY)
                .restore();

        for (int time = 0; time < 2; time++) {
            assertThat(await(orders.database().configure(restore)).description())
                    .isEqualTo("1 role(s) ready: heir (read-only); dropped: " + name + ", never_was");
        }

        assertThat(query("SELECT count(*) FROM pg_roles WHERE rolname = " + Quoted.literal(name)))
                .containsExactly("0");
        assertThat(query("SELECT tableowner FROM pg_tables WHERE tablename = 'left_behind'"))
                .containsExactly("postgres");
        try (Connection heir = orders.login("heir", "p")) {
            assertThat(column(heir, "SELECT n FROM left_behind")).containsExactly("7");
        }
        asMaster("DROP TABLE left_behind");
    }

    @Test
    void a_locked_role_stays_and_cannot_log_in_and_its_sessions_end() throws SQLException {
        asMaster("CREATE ROLE locked_out LOGIN PASSWORD 'p'", "GRANT SELECT ON orders TO locked_out");
        Restore restore =
                Restoring.of(orders).locking("locked_out", "never_was").restore();
        try (Connection session = orders.login("locked_out", "p")) {
            for (int time = 0; time < 2; time++) {
                await(orders.database().configure(restore));
            }
            assertThatThrownBy(() -> run(session, "SELECT pg_sleep(10)")).isInstanceOf(SQLException.class);
        }

        assertThatThrownBy(() -> orders.login("locked_out", "p")).hasMessageContaining("not permitted to log in");
        assertThat(query("SELECT has_table_privilege('locked_out', 'orders', 'SELECT')"))
                .containsExactly("t");
    }

    @Test
    void the_session_of_a_dropped_role_ends_though_it_holds_what_is_to_go() throws SQLException {
        asMaster("CREATE ROLE clinging LOGIN PASSWORD 'p'", "GRANT CREATE ON SCHEMA public TO clinging");
        try (Connection session = orders.login("clinging", "p")) {
            run(session, "CREATE TABLE clung (id int)");
            session.setAutoCommit(false);
            run(session, "LOCK TABLE clung");

            await(orders.database()
                    .configure(Restoring.of(orders).dropping("clinging").restore()));

            assertThatThrownBy(() -> run(session, "SELECT 1")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_dropped_role_may_have_had_rights_on_what_others_own() throws Exception {
        asMaster("CREATE ROLE guest");
        try (Connection admin = orders.admin()) {
            run(admin, "SET ROLE flyway", "GRANT SELECT ON audit_log TO guest");
        }

        await(orders.database().configure(Restoring.of(orders).dropping("guest").restore()));

        assertThat(query("SELECT count(*) FROM pg_roles WHERE rolname = 'guest'"))
                .containsExactly("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "rdsadmin", "rds_superuser", "pg_monitor", "app_kept"})
    void a_role_that_must_stay_is_neither_dropped_nor_locked(String role) {
        for (Restoring one : List.of(
                Restoring.of(orders).dropping(role), Restoring.of(orders).locking(role))) {
            CallFailedException failed = failure(orders.database()
                    .configure(one.with("app_kept", "p", Grant.READ_ONLY).restore()));

            assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
            assertThat(failed.failure().code()).isEqualTo(FailureCode.DATABASE_FAILED);
            assertThat(failed).hasMessageContaining("name " + role + ", which must stay");
        }
    }

    @Test
    void a_role_that_must_stay_is_told_before_there_is_a_database() {
        Restore restore = Restoring.of(orders)
                .with("app_early", "p", Grant.READ_ONLY)
                .dropping("app_early")
                .unstaged();

        assertThat(failure(orders.database().readSecrets(restore))).hasMessageContaining("app_early");
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
