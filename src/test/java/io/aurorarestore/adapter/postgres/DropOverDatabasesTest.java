package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.column;
import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.await;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.port.CallFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a role has in any database keeps it from being dropped. */
class DropOverDatabasesTest {

    private RestoredOrders orders;

    @BeforeEach
    void start() throws Exception {
        orders = new RestoredOrders();
        in("orders", "CREATE ROLE leaver LOGIN PASSWORD 'p'", "CREATE DATABASE figures", "CREATE DATABASE billing");
    }

    @AfterEach
    void stop() {
        orders.close();
    }

    @Test
    void a_role_goes_that_owns_and_may_use_things_in_three_databases() throws SQLException {
        for (String database : List.of("orders", "figures", "billing")) {
            in(
                    database,
                    "GRANT CREATE ON SCHEMA public TO leaver",
                    "CREATE TABLE masters (id int)",
                    "GRANT SELECT ON masters TO leaver",
                    "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO leaver");
            try (Connection leaver = orders.login(database, "leaver", "p")) {
                run(leaver, "CREATE TABLE left_behind AS SELECT 7 AS n");
            }
        }

        Restoring restoring = Restoring.of(orders).and("figures").dropping("leaver");
        for (int time = 0; time < 2; time++) {
            await(orders.database().configure(restoring.restore()));
        }

        assertThat(query("orders", "SELECT count(*) FROM pg_roles WHERE rolname = 'leaver'"))
                .containsExactly("0");
        for (String database : List.of("orders", "figures", "billing")) {
            assertThat(query(database, "SELECT tableowner FROM pg_tables WHERE tablename = 'left_behind'"))
                    .containsExactly("postgres");
        }
    }

    @Test
    void a_role_stays_that_has_something_where_nobody_can_connect_to_and_that_is_told() throws Exception {
        in("figures", "CREATE SCHEMA there", "GRANT USAGE ON SCHEMA there TO leaver");
        in("orders", "ALTER DATABASE figures ALLOW_CONNECTIONS false");

        CallFailedException failed = failure(orders.database()
                .configure(Restoring.of(orders).dropping("leaver").restore()));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed)
                .hasMessage("Role leaver cannot go: it owns or may use something in database figures, which cannot"
                        + " be connected to.");
    }

    @Test
    void what_fails_in_a_database_that_no_profile_names_is_told_with_its_name() throws Exception {
        try (Connection admin = orders.admin("figures")) {
            run(
                    admin,
                    "CREATE TABLE held (id int)",
                    "GRANT SELECT ON held TO leaver",
                    "CREATE FUNCTION no_ddl() RETURNS event_trigger LANGUAGE plpgsql AS"
                            + " $$ BEGIN RAISE EXCEPTION 'not here'; END $$",
                    "CREATE EVENT TRIGGER guard ON ddl_command_start EXECUTE FUNCTION no_ddl()");
        }

        assertThat(failure(orders.database()
                        .configure(Restoring.of(orders).dropping("leaver").restore())))
                .hasMessageStartingWith("In database figures: Role leaver cannot go: ");
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
