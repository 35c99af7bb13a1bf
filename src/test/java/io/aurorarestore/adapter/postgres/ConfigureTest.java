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
import io.smallrye.mutiny.Uni;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConfigureTest {

    private static final String INSERT = "INSERT INTO products VALUES (%d, 'a thing', 100)";

    private static RestoredOrders orders;

    @BeforeAll
    static void start() throws Exception {
        orders = new RestoredOrders();
    }

    @AfterAll
    static void stop() {
        orders.close();
    }

    @Test
    void roles_log_in_and_read_and_only_the_one_that_may_writes() throws SQLException {
        String done = configure(
                Restoring.of(orders).with("app", "p1", Grant.READ_WRITE).with("analyst", "p2", Grant.READ_ONLY));

        assertThat(done).isEqualTo("2 role(s) ready: app (read-write), analyst (read-only)");
        try (Connection app = orders.login("app", "p1");
                Connection analyst = orders.login("analyst", "p2")) {
            run(
                    app,
                    INSERT.formatted(1001),
                    "INSERT INTO orders (customer_id, ordered_on, status) " + "VALUES (1, '2026-11-21', 'open')");
            assertThat(column(analyst, "SELECT name FROM products WHERE id = 1001"))
                    .containsExactly("a thing");
            assertThatThrownBy(() -> run(analyst, INSERT.formatted(1002))).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> run(analyst, "SELECT nextval('orders_id_seq')"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void the_rights_hold_for_what_the_master_makes_later() throws SQLException {
        configure(Restoring.of(orders)
                .with("later_app", "p1", Grant.READ_WRITE)
                .with("later_analyst", "p2", Grant.READ_ONLY));
        try (Connection master = orders.master()) {
            run(master, "CREATE TABLE later (id integer GENERATED ALWAYS AS IDENTITY, what text)");
        }

        try (Connection app = orders.login("later_app", "p1");
                Connection analyst = orders.login("later_analyst", "p2")) {
            run(app, "INSERT INTO later (what) VALUES ('seen')");
            assertThat(column(analyst, "SELECT what FROM later")).containsExactly("seen");
            assertThatThrownBy(() -> run(analyst, "DELETE FROM later")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void doing_it_again_ends_in_the_same() throws SQLException {
        Restore restore = Restoring.of(orders)
                .with("twice_app", "p1", Grant.READ_WRITE)
                .with("twice_analyst", "p2", Grant.READ_ONLY)
                .restore();
        await(orders.database().configure(restore));
        List<String> first = state();

        await(orders.database().configure(restore));

        assertThat(state()).isEqualTo(first);
        orders.login("twice_app", "p1").close();
    }

    @Test
    void two_jobs_of_one_restore_do_not_disturb_each_other() throws SQLException {
        Restore restore =
                Restoring.of(orders).with("at_once", "p1", Grant.READ_WRITE).restore();

        List<String> done = Stream.generate(() -> orders.database().configure(restore))
                .limit(4)
                .map(Uni::subscribeAsCompletionStage)
                .toList()
                .stream()
                .map(each -> each.join().description())
                .toList();

        assertThat(done).hasSize(4).containsOnly("1 role(s) ready: at_once (read-write)");
    }

    @Test
    void a_role_that_the_source_has_gets_its_password_and_no_more_rights_than_granted() throws SQLException {
        try (Connection master = orders.master()) {
            run(
                    master,
                    "CREATE ROLE of_the_source LOGIN PASSWORD 'old'",
                    "GRANT ALL ON customers, products, orders, order_items TO of_the_source",
                    "GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO of_the_source",
                    "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON TABLES TO of_the_source");
        }

        configure(Restoring.of(orders).with("of_the_source", "new", Grant.READ_ONLY));

        assertThatThrownBy(() -> orders.login("of_the_source", "old")).hasMessageContaining("authentication failed");
        try (Connection role = orders.login("of_the_source", "new");
                Connection master = orders.master()) {
            run(master, "CREATE TABLE after_source (id integer)");
            assertThat(column(role, "SELECT count(*) FROM after_source")).containsExactly("0");
            for (String write : List.of(
                    INSERT.formatted(1003),
                    "TRUNCATE products",
                    "SELECT setval('orders_id_seq', 1)",
                    "INSERT INTO after_source VALUES (1)")) {
                assertThatThrownBy(() -> run(role, write)).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void nothing_is_done_where_one_role_cannot_be_made() throws SQLException {
        CallFailedException failed = failure(orders.database()
                .configure(Restoring.of(orders)
                        .with("made_first", "p1", Grant.READ_WRITE)
                        .with("pg_reserved", "hunter2", Grant.READ_ONLY)
                        .restore()));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed.failure().code()).isEqualTo(FailureCode.DATABASE_FAILED);
        assertThat(failed).hasMessageContaining("pg_reserved").hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> orders.login("made_first", "p1")).hasMessageContaining("authentication failed");
    }

    @Test
    void the_master_is_no_role_of_the_application() throws SQLException {
        CallFailedException failed = failure(orders.database()
                .configure(Restoring.of(orders)
                        .with("postgres", "hunter2", Grant.READ_WRITE)
                        .restore()));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.FATAL);
        assertThat(failed).hasMessageContaining("postgres").hasMessageContaining("master");
        orders.master().close();
    }

    private static String configure(Restoring restoring) {
        return await(orders.database().configure(restoring.restore())).description();
    }

    /** Roles, rights and provenance, but for the salt of a password. */
    private static List<String> state() throws SQLException {
        try (Connection master = orders.master()) {
            return column(master, """
                    SELECT 'role ' || rolname || rolcanlogin || rolinherit FROM pg_roles
                    UNION ALL SELECT 'table ' || relname || coalesce(relacl::text, '') FROM pg_class
                    UNION ALL SELECT 'default ' || defaclobjtype::text || defaclacl::text FROM pg_default_acl
                    UNION ALL SELECT 'database ' || coalesce(datacl::text, '') FROM pg_database
                    UNION ALL SELECT 'schema ' || nspname || coalesce(nspacl::text, '') FROM pg_namespace
                    UNION ALL SELECT 'provenance ' || p::text FROM aurora_restore.provenance p
                    ORDER BY 1""");
        }
    }
}
