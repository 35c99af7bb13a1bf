package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.column;
import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.await;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The master is as on Aurora: no superuser, and no member of the roles that own tables. */
class TablesOfAnotherOwnerTest {

    private static final String MEMBERSHIPS = "SELECT roleid::regrole || ' ' || grantor::regrole || ' ' || admin_option"
            + " || inherit_option || set_option FROM pg_auth_members WHERE member = 'postgres'::regrole ORDER BY 1";

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
    void roles_use_what_another_role_owns_that_lets_the_master_in() throws Exception {
        asOwner(
                "CREATE SCHEMA billing",
                "CREATE TABLE billing.\"odd \"\"name\" (id integer GENERATED ALWAYS AS IDENTITY, what text)",
                "CREATE FUNCTION billing.secret(a integer, VARIADIC b text[]) RETURNS integer LANGUAGE sql AS 'SELECT 7'",
                "REVOKE ALL ON FUNCTION billing.secret FROM PUBLIC");

        Database.Report done = configure();

        assertThat(done)
                .isEqualTo(new Database.Report("2 role(s) ready: app (read-write), analyst (read-only)", List.of()));
        try (Connection app = orders.login("app", "p1");
                Connection analyst = orders.login("analyst", "p2")) {
            run(
                    app,
                    "INSERT INTO audit_log VALUES (6, '2026-11-21', 'written')",
                    "INSERT INTO billing.\"odd \"\"name\" (what) VALUES ('seen')");
            assertThat(column(app, "SELECT billing.secret(1, 'x')")).containsExactly("7");
            assertThat(column(analyst, "SELECT count(*) FROM audit_log")).containsExactly("6");
            assertThat(column(analyst, "SELECT what FROM billing.\"odd \"\"name\""))
                    .containsExactly("seen");
            for (String forbidden : List.of("DELETE FROM audit_log", "SELECT billing.secret(1, 'x')")) {
                assertThatThrownBy(() -> run(analyst, forbidden)).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void rights_hold_for_what_that_owner_makes_later() throws Exception {
        configure();

        asOwner("CREATE TABLE later_log (id integer GENERATED ALWAYS AS IDENTITY, what text)");

        try (Connection app = orders.login("app", "p1");
                Connection analyst = orders.login("analyst", "p2")) {
            run(app, "INSERT INTO later_log (what) VALUES ('seen')");
            assertThat(column(analyst, "SELECT what FROM later_log")).containsExactly("seen");
            assertThatThrownBy(() -> run(analyst, "DELETE FROM later_log")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void the_master_is_no_member_of_more_roles_than_before() throws Exception {
        try (Connection master = orders.master()) {
            run(master, "CREATE ROLE other_owner", "GRANT other_owner TO CURRENT_USER WITH INHERIT FALSE, SET TRUE");
        }
        try (Connection admin = orders.admin()) {
            run(admin, "CREATE TABLE others (id int)", "ALTER TABLE others OWNER TO other_owner");
        }
        configure();
        List<String> before = memberships(orders);

        assertThat(configure().warnings()).isEmpty();

        assertThat(memberships(orders))
                .isEqualTo(before)
                .contains("other_owner postgres falsefalsetrue")
                .noneMatch(one -> one.startsWith("flyway postgres"));
    }

    @Test
    void what_cannot_be_granted_is_left_out_and_named() throws Exception {
        try (Connection admin = orders.admin()) {
            run(
                    admin,
                    "CREATE ROLE foreign_tool LOGIN",
                    "CREATE TABLE unreachable (id int)",
                    "ALTER TABLE unreachable OWNER TO foreign_tool",
                    "CREATE TABLE half (id int)",
                    "ALTER TABLE half OWNER TO foreign_tool",
                    "GRANT SELECT ON half TO postgres",
                    "CREATE SCHEMA closed AUTHORIZATION foreign_tool",
                    "CREATE TABLE closed.inside (id int)",
                    "CREATE TABLE readable (id int)",
                    "ALTER TABLE readable OWNER TO foreign_tool",
                    "GRANT SELECT ON readable TO postgres WITH GRANT OPTION",
                    "GRANT INSERT ON readable TO PUBLIC");
        }

        Database.Report done = configure();

        assertThat(done.warnings())
                .containsExactly(
                        "Role app lacks rights that the master user cannot grant: schema closed of foreign_tool,"
                                + " table public.half of foreign_tool, table public.readable of foreign_tool,"
                                + " table public.unreachable of foreign_tool.",
                        "Role analyst lacks rights that the master user cannot grant: schema closed of foreign_tool,"
                                + " table public.half of foreign_tool, table public.unreachable of foreign_tool.",
                        "Role analyst is to read only, and may write by rights that the master user cannot take:"
                                + " table public.readable of foreign_tool.");
        assertThat(done.description())
                .startsWith("2 role(s) ready: app (read-write), analyst (read-only). Role app lacks");
        try (Connection analyst = orders.login("analyst", "p2")) {
            assertThat(column(analyst, "SELECT count(*) FROM readable")).containsExactly("0");
            assertThat(column(analyst, "SELECT count(*) FROM audit_log")).containsExactly("5");
        }
    }

    @Test
    void what_an_extension_has_is_no_matter_of_the_applications_roles() throws Exception {
        try (Connection admin = orders.admin()) {
            run(admin, "CREATE TABLE of_extension (id int)", "ALTER EXTENSION plpgsql ADD TABLE of_extension");
        }

        assertThat(configure().warnings()).isEmpty();
    }

    @Test
    void no_role_is_ready_that_cannot_read() throws Exception {
        CallFailedException failed = failure(orders.database()
                .configure(Restoring.of(orders)
                        .with("deaf", "p", Grant.custom(List.of("ALTER ROLE {user} CONNECTION LIMIT 0")))
                        .restore()));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.RETRY);
        assertThat(failed)
                .hasMessage("Database orders cannot be opened as deaf: too_many_connections (53300). The"
                        + " CONNECTION LIMIT of the database or the role may be too low");
    }

    private Database.Report configure() {
        return await(orders.database()
                .configure(Restoring.of(orders)
                        .with("app", "p1", Grant.READ_WRITE)
                        .with("analyst", "p2", Grant.READ_ONLY)
                        .restore()));
    }

    private void asOwner(String... statements) throws Exception {
        try (Connection admin = orders.admin()) {
            run(admin, "GRANT CREATE ON DATABASE orders TO flyway", "SET ROLE flyway");
            run(admin, statements);
        }
    }

    private static List<String> memberships(RestoredOrders orders) throws SQLException {
        try (Connection master = orders.master()) {
            return column(master, MEMBERSHIPS);
        }
    }
}
