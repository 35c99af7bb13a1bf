package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.column;
import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.await;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.port.CallFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginLastTest {

    private static final String ROLES = "SELECT rolname || rolcanlogin || has_table_privilege(oid, 'orders', 'SELECT')"
            + " AS what FROM pg_roles WHERE rolname IN ('newcomer', 'special', 'veteran')";
    private static final List<String> OPEN = List.of("newcomertruetrue", "specialtruetrue", "veterantruetrue");
    private static final List<String> SHUT = List.of("newcomerfalsefalse", "specialfalsefalse", "veteranfalsefalse");

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
    void begin() throws Exception {
        asMaster("DROP TABLE IF EXISTS seen");
        for (String role : query("SELECT rolname FROM pg_roles WHERE rolname IN ('newcomer', 'special', 'veteran')")) {
            try (Connection admin = orders.admin()) {
                run(admin, "DROP OWNED BY " + role, "DROP ROLE " + role);
            }
        }
        asMaster("CREATE ROLE veteran LOGIN PASSWORD 'old'");
    }

    @Test
    void while_scripts_run_no_role_of_the_profile_can_log_in_or_has_been_granted_anything() throws SQLException {
        Restore restore =
                profile().script("look", "CREATE TABLE seen AS " + ROLES).restore();

        await(orders.database().configure(restore));

        assertThat(query("SELECT what FROM seen ORDER BY 1")).isEqualTo(SHUT);
        assertThat(query(ROLES + " ORDER BY 1")).isEqualTo(OPEN);
        orders.login("veteran", "new").close();
    }

    @Test
    void the_sessions_of_a_role_that_the_source_has_end_before_scripts_run() throws SQLException {
        try (Connection session = orders.login("veteran", "old")) {
            await(orders.database().configure(profile().restore()));

            assertThatThrownBy(() -> run(session, "SELECT pg_sleep(10)")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_script_that_fails_leaves_them_without_login_and_rights_until_it_does_not() throws SQLException {
        CallFailedException failed = failure(orders.database()
                .configure(profile().script("bad", "SELECT 1 / 0").restore()));

        assertThat(failed).hasMessageContaining("Script bad");
        assertThat(query(ROLES + " ORDER BY 1")).isEqualTo(SHUT);
        for (String password : List.of("old", "new")) {
            assertThatThrownBy(() -> orders.login("veteran", password)).isInstanceOf(SQLException.class);
        }

        await(orders.database().configure(profile().script("good", "SELECT 1").restore()));

        assertThat(query(ROLES + " ORDER BY 1")).isEqualTo(OPEN);
    }

    @Test
    void a_grant_that_fails_leaves_all_of_them_without_login_and_rights() throws SQLException {
        failure(orders.database()
                .configure(profile()
                        .with("late", "p", Grant.custom(List.of("GRANT SELECT ON nowhere TO {user}")))
                        .restore()));

        assertThat(query(ROLES + " ORDER BY 1")).isEqualTo(SHUT);
    }

    @Test
    void a_job_that_comes_again_when_all_is_done_disturbs_nobody() throws SQLException {
        Restore restore = profile().script("mask", "SELECT 1").restore();
        await(orders.database().configure(restore));

        try (Connection session = orders.login("newcomer", "new")) {
            await(orders.database().configure(restore));

            assertThat(column(session, "SELECT count(*) > 0 FROM orders")).containsExactly("t");
        }
        assertThat(query(ROLES + " ORDER BY 1")).isEqualTo(OPEN);
    }

    @Test
    void a_role_that_the_master_may_not_change_is_named() throws Exception {
        try (Connection admin = orders.admin()) {
            run(admin, "CREATE ROLE made_by_another LOGIN");
        }

        CallFailedException failed = failure(orders.database()
                .configure(Restoring.of(orders)
                        .with("made_by_another", "new", Grant.READ_ONLY)
                        .restore()));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed)
                .hasMessage(
                        "Role made_by_another cannot be given its password: insufficient_privilege (42501). The master"
                                + " user needs CREATEROLE, and from PostgreSQL 16 on the ADMIN OPTION on the role: who made it may"
                                + " grant it");
    }

    private static Restoring profile() {
        return Restoring.of(orders)
                .with("newcomer", "new", Grant.READ_WRITE)
                .with("special", "new", Grant.custom(List.of("GRANT SELECT ON orders TO {user}")))
                .with("veteran", "new", Grant.READ_ONLY);
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
