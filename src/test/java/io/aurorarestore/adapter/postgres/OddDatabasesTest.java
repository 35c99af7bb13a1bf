package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.column;
import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.await;
import static io.aurorarestore.adapter.postgres.Restoring.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Check;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.model.settings.Script;
import io.aurorarestore.port.CallFailedException;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases as people have them: of other owners, closed, full, oddly named. */
class OddDatabasesTest {

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
    @ValueSource(strings = {"Sales \"2026\" it's \\ %", "SELECT", "a.b-c/d?e=f&g", "übung 数据"})
    void a_database_may_have_any_name(String name) throws Exception {
        asMaster("orders", "CREATE DATABASE " + Quoted.identifier(name), "CREATE ROLE leaver LOGIN PASSWORD 'p'");
        asMaster(name, "GRANT CREATE ON SCHEMA public TO leaver");
        as(name, "leaver", "CREATE TABLE t (id int)");
        Restore restore = Restoring.of(orders)
                .dropping("leaver")
                .and(name)
                .with("reader", "p", Grant.READ_ONLY)
                .script("fill", "INSERT INTO t VALUES (7)")
                .check(Check.unnamed("SELECT count(*) = 1 FROM t"))
                .restore();

        for (int time = 0; time < 2; time++) {
            assertThat(await(orders.database().configure(restore)).description())
                    .isEqualTo("1 role(s) ready: reader (read-only in " + name + "); dropped: leaver; applied in "
                            + name + ": fill");
        }
        assertThat(await(orders.database().verify(restore))).isEqualTo("1 check(s) hold");
        try (Connection reader = orders.login(encoded(name), "reader", "p")) {
            assertThat(column(reader, "SELECT id FROM t")).containsExactly("7");
        }
    }

    /** As {@code CREATE DATABASE … OWNER app} makes it, where nobody else may come in. */
    @Test
    void the_database_of_another_owner_that_lets_nobody_in_is_worked_on_like_any() throws Exception {
        asMaster("orders", "CREATE ROLE builder LOGIN PASSWORD 'p'", "CREATE ROLE visitor", "CREATE DATABASE built");
        asAdmin(
                "orders",
                "ALTER DATABASE built OWNER TO builder",
                "REVOKE CONNECT ON DATABASE built FROM PUBLIC",
                "GRANT CONNECT ON DATABASE built TO visitor");
        as("built", "builder", "CREATE TABLE bricks AS SELECT 7 AS n", "GRANT SELECT ON bricks TO visitor");
        Restore restore = Restoring.of(orders)
                .in("built")
                .with("reader_of_bricks", "p", Grant.READ_ONLY)
                .script(new Script("more", "INSERT INTO bricks VALUES (8)", true, Optional.of("builder")))
                .dropping("visitor")
                .restore();

        assertThat(await(orders.database().configure(restore)).description())
                .isEqualTo("1 role(s) ready: reader_of_bricks (read-only); dropped: visitor; applied: more");
        assertThat(await(orders.database().verify(restore))).isEqualTo("0 check(s) hold");

        try (Connection reader = orders.login("built", "reader_of_bricks", "p")) {
            assertThat(column(reader, "SELECT n FROM bricks ORDER BY 1")).containsExactly("7", "8");
        }
        assertThat(query("SELECT count(*) FROM pg_auth_members WHERE member = 'postgres'::regrole"
                        + " AND roleid = 'builder'::regrole AND inherit_option"))
                .containsExactly("0");
    }

    @Test
    void what_a_role_has_in_the_database_of_another_owner_that_no_profile_names_goes_too() throws Exception {
        asMaster("orders", "CREATE ROLE mason", "CREATE ROLE gone LOGIN PASSWORD 'p'", "CREATE DATABASE masonry");
        asAdmin(
                "orders",
                "ALTER DATABASE masonry OWNER TO mason",
                "REVOKE CONNECT ON DATABASE masonry FROM PUBLIC",
                "SET ROLE mason",
                "GRANT CONNECT, CREATE ON DATABASE masonry TO gone");
        as("masonry", "gone", "CREATE SCHEMA of_gone");

        assertDropped("gone");
    }

    @Test
    void a_role_that_owns_a_database_can_go() throws Exception {
        asMaster("orders", "CREATE ROLE landlord LOGIN PASSWORD 'p'", "CREATE DATABASE house");
        asAdmin("orders", "ALTER DATABASE house OWNER TO landlord");
        as("house", "landlord", "CREATE SCHEMA kitchen", "CREATE TABLE kitchen.pots (id int)");

        assertDropped("landlord");

        assertThat(query("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'house'"))
                .containsExactly("postgres");
    }

    @Test
    void a_role_that_may_only_connect_elsewhere_and_has_settings_there_can_go() throws Exception {
        asMaster(
                "orders",
                "CREATE DATABASE station",
                "CREATE ROLE passenger",
                "GRANT CONNECT, TEMPORARY ON DATABASE station TO passenger",
                "ALTER ROLE passenger IN DATABASE station SET search_path = platform");

        assertDropped("passenger");
    }

    @ParameterizedTest
    @CsvSource({
        "ALLOW_CONNECTIONS false, FATAL, object_not_in_prerequisite_state (55000). It allows no connections",
        "CONNECTION LIMIT 0, RETRY, too_many_connections (53300). The CONNECTION LIMIT of the database or the role may be too low"
    })
    void a_database_that_takes_no_connection_is_told_with_what_to_look_at(
            String how, CallFailedException.Kind kind, String told) throws Exception {
        asMaster("orders", "DROP DATABASE IF EXISTS fortress", "CREATE DATABASE fortress");
        asMaster("orders", "ALTER DATABASE fortress " + how);

        CallFailedException failed = failure(
                orders.database().configure(Restoring.of(orders).and("fortress").restore()));

        assertThat(failed.kind()).isEqualTo(kind);
        assertThat(failed).hasMessageStartingWith("Database fortress cannot be opened as postgres: " + told);
    }

    @Test
    void a_database_whose_owner_the_master_cannot_join_is_told_with_what_its_owner_has_to_do() throws Exception {
        asMaster("orders", "CREATE DATABASE vault");
        asAdmin(
                "orders",
                "CREATE ROLE banker",
                "ALTER DATABASE vault OWNER TO banker",
                "REVOKE CONNECT ON DATABASE vault FROM PUBLIC");

        CallFailedException failed = failure(
                orders.database().configure(Restoring.of(orders).and("vault").restore()));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed)
                .hasMessage(
                        "Database vault cannot be opened as postgres: insufficient_privilege (42501). Its owner has to"
                                + " GRANT CONNECT on it to the master user, in the source");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "elsewhere"})
    void whatever_a_role_owns_is_no_hindrance(String database) throws Exception {
        asMaster("orders", "DROP DATABASE IF EXISTS elsewhere", "CREATE ROLE hoarder LOGIN PASSWORD 'p'");
        asMaster("orders", "CREATE DATABASE elsewhere");
        asMaster(
                database,
                "GRANT CREATE ON DATABASE " + database + " TO hoarder",
                "GRANT CREATE ON SCHEMA public TO hoarder");
        asAdmin(
                database,
                "GRANT pg_create_subscription TO hoarder",
                "CREATE FOREIGN DATA WRAPPER wrapper",
                "GRANT USAGE ON FOREIGN DATA WRAPPER wrapper TO postgres WITH GRANT OPTION");
        asMaster(
                database,
                "GRANT USAGE ON FOREIGN DATA WRAPPER wrapper TO hoarder",
                "SELECT lo_create(4711)",
                "GRANT SELECT ON LARGE OBJECT 4711 TO hoarder",
                "CREATE TABLE rows_of_hoarder (id int)",
                "CREATE POLICY hoarders ON rows_of_hoarder TO hoarder USING (true)",
                "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO hoarder");
        as(
                database,
                "hoarder",
                "CREATE EXTENSION citext",
                "CREATE TABLE kept (id int PRIMARY KEY, other int)",
                "CREATE PUBLICATION paper FOR TABLE kept",
                "CREATE SUBSCRIPTION paper_" + database
                        + " CONNECTION 'host=localhost dbname=x password=x' PUBLICATION paper WITH (connect = false)",
                "CREATE SERVER far FOREIGN DATA WRAPPER wrapper",
                "CREATE USER MAPPING FOR hoarder SERVER far",
                "CREATE FOREIGN TABLE far_away (id int) SERVER far",
                "SELECT lo_create(0)",
                "CREATE TYPE mood AS ENUM ('fine')",
                "CREATE STATISTICS of_kept ON id, other FROM kept",
                "CREATE TEXT SEARCH CONFIGURATION words (COPY = english)",
                "CREATE MATERIALIZED VIEW seen AS SELECT 1 AS n",
                "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC");

        assertDropped("hoarder");

        try (Connection admin = orders.admin(database)) {
            run(
                    admin,
                    "ALTER SUBSCRIPTION paper_" + database + " SET (slot_name = NONE)",
                    "DROP SUBSCRIPTION paper_" + database);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "strangers"})
    void rights_that_the_master_cannot_take_are_named(String database) throws Exception {
        asMaster("orders", "DROP ROLE IF EXISTS favourite", "DROP DATABASE IF EXISTS strangers");
        asMaster("orders", "CREATE ROLE favourite", "CREATE DATABASE strangers");
        asAdmin(
                database,
                "CREATE SCHEMA of_stranger",
                "GRANT USAGE ON SCHEMA of_stranger TO favourite",
                "CREATE FUNCTION of_stranger.f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                "GRANT EXECUTE ON FUNCTION of_stranger.f TO favourite");

        CallFailedException failed = failure(orders.database()
                .configure(Restoring.of(orders).dropping("favourite").restore()));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed)
                .hasMessage((database.equals("orders") ? "" : "In database strangers: ")
                        + "Role favourite cannot go: it has rights that the master user cannot take, on function"
                        + " of_stranger.f(integer), schema of_stranger. Whoever gave them has to take them, in the source;"
                        + " lockRoles shuts it out as it is.");
        asAdmin(database, "DROP SCHEMA of_stranger CASCADE");
    }

    private static void assertDropped(String role) throws Exception {
        assertThat(await(orders.database()
                                .configure(Restoring.of(orders).dropping(role).restore()))
                        .description())
                .isEqualTo("dropped: " + role);
        assertThat(query("SELECT count(*) FROM pg_roles WHERE rolname = '" + role + "'"))
                .containsExactly("0");
    }

    private static void asMaster(String database, String... statements) throws Exception {
        try (Connection master = orders.master(encoded(database))) {
            run(master, statements);
        }
    }

    private static void asAdmin(String database, String... statements) throws Exception {
        try (Connection admin = orders.admin(database)) {
            run(admin, statements);
        }
    }

    private static void as(String database, String role, String... statements) throws Exception {
        try (Connection login = orders.login(encoded(database), role, "p")) {
            run(login, statements);
        }
    }

    private static List<String> query(String sql) throws Exception {
        try (Connection master = orders.master()) {
            return column(master, sql);
        }
    }

    /** In a JDBC URL. */
    private static String encoded(String database) {
        return java.net.URLEncoder.encode(database, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
