package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.column;
import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.await;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Check;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.port.CallFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A profile of several databases: each has its scripts, rights and checks; roles are the cluster's. */
class SeveralDatabasesTest {

    private static final String APPLIED = "SELECT name FROM aurora_restore.applied ORDER BY 1";

    private RestoredOrders orders;

    @BeforeEach
    void start() throws Exception {
        orders = new RestoredOrders();
        in("orders", "CREATE DATABASE figures");
        in("figures", "CREATE TABLE sales (person text)", "INSERT INTO sales VALUES ('Ada')");
    }

    @AfterEach
    void stop() {
        orders.close();
    }

    @Test
    void the_master_secret_is_read_once_a_job_however_many_connections_it_has() {
        Restore restore = Restoring.of(orders)
                .with("app", "p1", Grant.READ_WRITE)
                .check(Check.unnamed("SELECT true"))
                .and("figures")
                .check(Check.unnamed("SELECT true"))
                .restore();

        orders.secrets().forgetCalls();
        await(orders.database().configure(restore));
        assertThat(orders.secrets().calls()).as("the user's and the master's").isEqualTo(2);

        orders.secrets().forgetCalls();
        await(orders.database().verify(restore));
        assertThat(orders.secrets().calls()).isEqualTo(1);
    }

    @Test
    void each_has_scripts_rights_and_checks_of_its_own() throws SQLException {
        Restoring both = Restoring.of(orders)
                .with("app", "p1", Grant.READ_WRITE)
                .script("mask", "UPDATE customers SET name = 'x'")
                .check(Check.unnamed("SELECT count(*) = 0 FROM customers WHERE name <> 'x'"))
                .and("figures")
                .with("analyst", "p2", Grant.READ_ONLY)
                .script("mask", "UPDATE sales SET person = 'y'")
                .script("more", "INSERT INTO sales VALUES ('z')")
                .check(Check.unnamed("SELECT count(*) = 2 FROM sales"));
        Restore restore = both.restore();

        for (int time = 0; time < 2; time++) {
            assertThat(await(orders.database().configure(restore)).description())
                    .isEqualTo("2 role(s) ready: app (read-write in orders), analyst (read-only in figures);"
                            + " applied in orders: mask; applied in figures: mask, more");
        }
        assertThat(await(orders.database().verify(restore))).isEqualTo("2 check(s) hold");
        await(orders.database().identify(restore));

        assertThat(query("orders", APPLIED)).containsExactly("mask");
        assertThat(query("figures", APPLIED)).containsExactly("mask", "more");
        assertThat(query("figures", "SELECT person FROM sales ORDER BY 1")).containsExactly("y", "z");
        try (Connection analyst = orders.login("figures", "analyst", "p2")) {
            assertThat(column(analyst, "SELECT count(*) FROM sales")).containsExactly("2");
            assertThatThrownBy(() -> run(analyst, "DELETE FROM sales")).hasMessageContaining("permission denied");
        }
        try (Connection analyst = orders.login("orders", "analyst", "p2")) {
            assertThatThrownBy(() -> run(analyst, "TABLE orders")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void one_role_may_have_another_grant_in_each() throws SQLException {
        orders.secrets().put("app/one", Restoring.json("app", "p"));
        Restore restore = Restoring.of(orders)
                .withSecret("app/one", Grant.READ_ONLY)
                .and("figures")
                .withSecret("app/one", Grant.READ_WRITE)
                .restore();

        assertThat(await(orders.database().readSecrets(restore))).isEqualTo("1 secret(s) can be read");
        assertThat(await(orders.database().configure(restore)).description())
                .startsWith("1 role(s) ready: app (read-only in orders), app (read-write in figures)");

        try (Connection app = orders.login("figures", "app", "p")) {
            run(app, "DELETE FROM sales");
        }
        try (Connection app = orders.login("orders", "app", "p")) {
            assertThatThrownBy(() -> run(app, "DELETE FROM order_items")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void nobody_logs_in_before_the_scripts_of_all_have_run() throws SQLException {
        Restoring both = Restoring.of(orders)
                .with("app", "p", Grant.READ_ONLY)
                .script("mask", "UPDATE customers SET name = 'x'")
                .and("figures");
        Restore fails = both.script("mask", "SELECT 1 / 0").restore();

        CallFailedException failed = failure(orders.database().configure(fails));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed)
                .hasMessage("In database figures: Script mask failed and was rolled back: division_by_zero (22012)");
        assertThatThrownBy(() -> orders.login("orders", "app", "p")).hasMessageContaining("not permitted to log in");
        assertThat(query("orders", APPLIED)).containsExactly("mask");
        assertThat(query("figures", APPLIED)).isEmpty();
    }

    @Test
    void a_job_that_is_cut_off_in_one_database_goes_on_there_and_repeats_nothing() throws SQLException {
        in("orders", "CREATE TABLE runs (n int)", "CREATE ROLE leaver", "GRANT SELECT ON runs TO leaver");
        in("figures", "CREATE TABLE trap (n int)", "INSERT INTO trap VALUES (1)", "GRANT SELECT ON trap TO leaver");
        Restore restore = Restoring.of(orders)
                .dropping("leaver")
                .with("app", "p", Grant.READ_WRITE)
                .script("count", "INSERT INTO runs VALUES (1)")
                .and("figures")
                .with("analyst", "p2", Grant.READ_ONLY)
                .script("first", "INSERT INTO sales VALUES ('once')")
                .script("cut off", "SELECT pg_terminate_backend(pg_backend_pid()) FROM trap")
                .restore();

        CallFailedException cut = failure(orders.database().configure(restore));
        assertThat(cut.kind()).isEqualTo(CallFailedException.Kind.RETRY);
        assertThatThrownBy(() -> orders.login("orders", "app", "p")).hasMessageContaining("not permitted to log in");
        in("figures", "DELETE FROM trap");
        for (int time = 0; time < 2; time++) {
            await(orders.database().configure(restore));
        }

        assertThat(query("orders", "SELECT count(*) FROM runs")).containsExactly("1");
        assertThat(query("figures", "SELECT count(*) FROM sales WHERE person = 'once'"))
                .containsExactly("1");
        assertThat(query("figures", APPLIED)).containsExactly("cut off", "first");
        orders.login("orders", "app", "p").close();
        orders.login("figures", "analyst", "p2").close();
    }

    @Test
    void a_database_that_does_not_exist_is_told_before_anything_is_changed() throws SQLException {
        for (Restoring one : List.of(
                Restoring.of(orders).with("app", "p", Grant.READ_ONLY).and("repotring"),
                Restoring.of(orders).in("repotring").with("app", "p", Grant.READ_ONLY))) {
            CallFailedException failed = failure(orders.database().configure(one.restore()));

            assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
            assertThat(failed.failure().code()).isEqualTo(FailureCode.DATABASE_FAILED);
            assertThat(failed)
                    .hasMessage("Database repotring cannot be opened as postgres: invalid_catalog_name (3D000). The"
                            + " restored cluster has none of that name: correct it in the profile");
        }
        assertThat(query("orders", "SELECT count(*) FROM pg_roles WHERE rolname = 'app'"))
                .containsExactly("0");
        assertThat(query("orders", "SELECT count(*) FROM pg_namespace WHERE nspname = 'aurora_restore'"))
                .containsExactly("0");
    }

    @Test
    void a_check_that_does_not_hold_is_told_with_its_database() {
        Restore restore = Restoring.of(orders)
                .check(Check.unnamed("SELECT true"))
                .and("figures")
                .check(Check.named("empty", "SELECT count(*) = 0 FROM sales"))
                .restore();
        await(orders.database().configure(restore));

        assertThat(failure(orders.database().verify(restore)))
                .hasMessageStartingWith("In database figures: This check does not hold: empty.");
    }

    @Test
    void checks_run_only_where_each_database_notes_its_scripts() throws SQLException {
        Restore restore =
                Restoring.of(orders).and("figures").script("mask", "SELECT 1").restore();
        await(orders.database().configure(restore));
        in("figures", "DELETE FROM aurora_restore.applied");

        assertThat(failure(orders.database().verify(restore)))
                .hasMessage("In database figures: By its own notes this data has not been through the script(s) mask.");
    }

    @Test
    void nothing_is_inherited_from_the_settings_of_any_database() throws SQLException {
        in(
                "orders",
                "ALTER DATABASE figures SET default_transaction_read_only = on",
                "ALTER DATABASE figures SET search_path = nowhere",
                "ALTER ROLE postgres IN DATABASE figures SET statement_timeout = 1",
                "ALTER ROLE postgres IN DATABASE figures SET default_transaction_isolation = serializable");
        Restore restore = Restoring.of(orders)
                .and("figures")
                .script(
                        "mask",
                        "SELECT pg_sleep(0.1); UPDATE sales SET person = current_setting('transaction_isolation')")
                .check(Check.unnamed("SELECT person = 'read committed' FROM sales"))
                .restore();

        await(orders.database().configure(restore));

        assertThat(await(orders.database().verify(restore))).isEqualTo("1 check(s) hold");
    }

    @Test
    void all_other_roles_are_locked_wherever_they_have_something() throws SQLException {
        in("figures", "CREATE ROLE human LOGIN PASSWORD 'p'", "GRANT ALL ON SCHEMA public TO human");
        try (Connection session = orders.login("figures", "human", "p")) {
            run(session, "CREATE TABLE of_human (id int)");
            Restore restore = Restoring.of(orders)
                    .keeping("orders_*")
                    .and("figures")
                    .with("analyst", "p2", Grant.READ_ONLY)
                    .restore();

            for (int time = 0; time < 2; time++) {
                assertThat(await(orders.database().configure(restore)).description())
                        .isEqualTo("1 role(s) ready: analyst (read-only in figures); locked all other roles but"
                                + " orders_*");
            }

            assertThatThrownBy(() -> run(session, "SELECT 1")).isInstanceOf(SQLException.class);
        }
        for (String database : List.of("orders", "figures")) {
            assertThatThrownBy(() -> orders.login(database, "human", "p"))
                    .hasMessageContaining("not permitted to log in");
        }
        orders.login("figures", "analyst", "p2").close();
    }

    @Test
    void an_event_trigger_that_refuses_is_named_with_its_database() throws Exception {
        try (Connection admin = orders.admin("figures")) {
            run(
                    admin,
                    "CREATE FUNCTION no_ddl() RETURNS event_trigger LANGUAGE plpgsql AS"
                            + " $$ BEGIN RAISE EXCEPTION 'not here'; END $$",
                    "CREATE EVENT TRIGGER guard ON ddl_command_start EXECUTE FUNCTION no_ddl()");
        }

        assertThat(failure(orders.database()
                        .configure(Restoring.of(orders).and("figures").restore())))
                .hasMessageStartingWith("In database figures: The schema aurora_restore cannot be written")
                .hasMessageContaining("event trigger guard");
    }

    private void in(String database, String... statements) throws SQLException {
        try (Connection master = orders.master(database)) {
            run(master, statements);
        }
    }

    private List<String> query(String database, String sql) throws SQLException {
        try (Connection master = orders.master(database)) {
            return column(master, sql);
        }
    }
}
