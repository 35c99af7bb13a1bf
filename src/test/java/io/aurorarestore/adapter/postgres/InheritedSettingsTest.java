package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.await;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.port.CallFailedException;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the source has set for its master user or its database is not for the restore. */
class InheritedSettingsTest {

    private static final List<String> HINDRANCES = List.of(
            "default_transaction_read_only = on",
            "default_transaction_isolation = 'serializable'",
            "default_transaction_deferrable = on",
            "search_path = nowhere, pg_catalog",
            "statement_timeout = 1",
            "lock_timeout = 1",
            "idle_in_transaction_session_timeout = 1",
            "idle_session_timeout = '1min'",
            "transaction_timeout = '1min'",
            "row_security = on",
            "session_replication_role = replica",
            "check_function_bodies = off",
            "standard_conforming_strings = off",
            "exit_on_error = on",
            "transform_null_equals = on",
            "default_tablespace = 'pg_default'");

    private static final String SEEN = "SELECT name || ' ' || setting FROM pg_catalog.pg_settings WHERE name IN ("
            + String.join(
                    ", ",
                    HINDRANCES.stream()
                            .map(one -> "'" + one.split(" ")[0] + "'")
                            .toList())
            + ") AND source IN ('user', 'database', 'database user', 'global')";

    private RestoredOrders orders;

    @BeforeEach
    void start() throws Exception {
        orders = new RestoredOrders();
    }

    @AfterEach
    void stop() {
        orders.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROLE postgres", "DATABASE orders", "ROLE postgres IN DATABASE orders", "ROLE ALL"})
    void nothing_that_decides_what_a_statement_does_is_inherited(String whose) throws Exception {
        asAdmin("GRANT flyway TO postgres", "GRANT SET ON PARAMETER session_replication_role TO postgres");
        asAdmin(Stream.concat(
                        HINDRANCES.stream(), whose.startsWith("ROLE") ? Stream.of("role = 'flyway'") : Stream.empty())
                .map(one -> "ALTER " + whose + " SET " + one)
                .toArray(String[]::new));
        Restore restore = Restoring.of(orders)
                .with("app", "p1", Grant.READ_WRITE)
                .script("first", "CREATE TABLE seen AS " + SEEN)
                .script("reset", "RESET ALL; RESET ROLE")
                .script(
                        "second",
                        "INSERT INTO seen " + SEEN + " UNION ALL SELECT current_user WHERE current_user <> 'postgres'")
                .restore("SELECT count(*) = 0 FROM seen", "SELECT NOT EXISTS (" + SEEN + ")");

        await(orders.database().configure(restore));

        assertThat(await(orders.database().verify(restore))).isEqualTo("2 check(s) hold");
    }

    @Test
    void a_setting_that_the_master_may_not_overrule_is_told() throws Exception {
        asAdmin("ALTER ROLE postgres SET session_replication_role = replica");

        CallFailedException failed =
                failure(orders.database().configure(Restoring.of(orders).restore()));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed).hasMessageContaining("session_replication_role").hasMessageContaining("(42501)");
    }

    @Test
    void an_event_trigger_that_refuses_what_is_made_is_named() throws Exception {
        asAdmin(
                "CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN RAISE EXCEPTION ''hunter2''; END'",
                "CREATE EVENT TRIGGER no_ddl ON ddl_command_start EXECUTE FUNCTION refuse()");

        CallFailedException failed =
                failure(orders.database().configure(Restoring.of(orders).restore()));

        assertThat(failed)
                .hasMessage("The schema aurora_restore cannot be written: raise_exception (P0001)"
                        + " in event trigger no_ddl");
    }

    @Test
    void an_event_trigger_that_refuses_a_script_is_named() throws Exception {
        await(orders.database().configure(Restoring.of(orders).restore()));
        asAdmin(
                "CREATE FUNCTION \"re Fuse\"() RETURNS event_trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN RAISE EXCEPTION ''hunter2''; END'",
                "CREATE EVENT TRIGGER no_tables ON ddl_command_end WHEN TAG IN ('CREATE TABLE AS')"
                        + " EXECUTE FUNCTION \"re Fuse\"()");

        CallFailedException failed = failure(orders.database()
                .configure(Restoring.of(orders)
                        .script("mask", "CREATE TABLE made AS SELECT 1")
                        .restore()));

        assertThat(failed)
                .hasMessage("Script mask failed and was rolled back: raise_exception (P0001)"
                        + " in event trigger no_tables");
    }

    private void asAdmin(String... statements) throws Exception {
        try (Connection admin = orders.admin()) {
            run(admin, statements);
        }
    }
}
