package io.aurorarestore.adapter.postgres;

import static io.aurorarestore.adapter.postgres.RestoredOrders.column;
import static io.aurorarestore.adapter.postgres.RestoredOrders.run;
import static io.aurorarestore.adapter.postgres.Restoring.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.SourceCluster;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A source that was restored itself brings along what an earlier version wrote into it. */
class EarlierProvenanceTest {

    private static final String HASH_OF_SELECT_1 = "e004ebd5b5532a4b85984a62f8ad48a81aa3460c1ca07701f386135d72cdecf5";
    private static final String APPLIED_ONE =
            "INSERT INTO aurora_restore.applied VALUES ('abcdefghijkl', '" + HASH_OF_SELECT_1 + "', 'one')";
    private static final Script REPEATED = new Script(
            "rounds",
            "UPDATE customers SET name = 'x' WHERE name <> 'x'",
            true,
            Optional.empty(),
            true,
            Script.USUAL_DEADLINE);
    private static final String APPLIED = "SELECT restore_id || ' ' || name FROM aurora_restore.applied ORDER BY 1";

    private static RestoredOrders orders;

    @BeforeAll
    static void start() throws Exception {
        orders = new RestoredOrders();
    }

    @AfterAll
    static void stop() {
        orders.close();
    }

    /** Each as a version made it. */
    enum Layout {
        WITHOUT_NAMES(
                "CREATE TABLE aurora_restore.script (restore_id text NOT NULL, hash text NOT NULL,"
                        + " applied_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (restore_id, hash))",
                "INSERT INTO aurora_restore.script VALUES ('abcdefghijkl', '" + HASH_OF_SELECT_1 + "')"),
        NAMES_ARE_NO_KEYS(
                "CREATE TABLE aurora_restore.applied (restore_id text NOT NULL, hash text NOT NULL,"
                        + " name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now(),"
                        + " PRIMARY KEY (restore_id, hash))",
                APPLIED_ONE),
        WITHOUT_ROUNDS(
                "ALTER TABLE aurora_restore.provenance ADD COLUMN configured_at timestamptz",
                "ALTER TABLE aurora_restore.provenance REPLICA IDENTITY FULL",
                "CREATE TABLE aurora_restore.applied (restore_id text NOT NULL, hash text NOT NULL,"
                        + " name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())",
                APPLIED_ONE,
                "UPDATE aurora_restore.provenance SET configured_at = now()");

        @SuppressWarnings("ImmutableEnumChecker")
        private final String[] statements;

        Layout(String... statements) {
            this.statements = statements;
        }

        void make() throws SQLException {
            asMaster(
                    "DROP SCHEMA IF EXISTS aurora_restore CASCADE",
                    "CREATE SCHEMA aurora_restore",
                    "CREATE TABLE aurora_restore.provenance (restore_id text NOT NULL, target text NOT NULL,"
                            + " source_snapshot text NOT NULL, restored_at timestamptz NOT NULL DEFAULT now())",
                    "INSERT INTO aurora_restore.provenance VALUES ('abcdefghijkl', 'orders-old', 'arn')");
            asMaster(statements);
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void it_is_brought_up_to_date_and_does_not_count(Layout layout) throws SQLException {
        layout.make();
        Restore restore = Restoring.of(orders)
                .script("one", "SELECT 1")
                .script("two", "SELECT 1")
                .script(REPEATED)
                .restore();

        for (int time = 0; time < 2; time++) {
            await(orders.database().configure(restore));
        }

        assertThat(query(APPLIED))
                .contains(restore.id() + " one", restore.id() + " two", restore.id() + " rounds")
                .hasSize(layout == Layout.WITHOUT_NAMES ? 3 : 4);
        assertThat(query("SELECT restore_id FROM aurora_restore.provenance"))
                .containsExactly(restore.id().value());
        assertThat(await(orders.database().verify(restore))).isEqualTo("0 check(s) hold");
        assertThat(await(orders.database().identify(restore)).description())
                .contains(restore.id().value());
    }

    @Test
    void the_row_says_the_snapshot_and_of_when_its_data_is() throws SQLException {
        await(orders.database().configure(Restoring.of(orders).restore()));

        assertThat(query("SELECT concat_ws(' ', source_snapshot, source_cluster, data_of AT TIME ZONE 'UTC') FROM "
                        + "aurora_restore.provenance"))
                .singleElement()
                .asString()
                .startsWith(TestData.SOURCE_ARN + " 2026-");
    }

    @Test
    void or_the_cluster_and_the_time_that_it_was_restored_to() throws SQLException {
        Restore restore = Restoring.of(orders).restore();
        SourceCluster source = TestData.sourceCluster("orders-prod", "available");
        Restore ofTime = restore.with(
                restore.outputs().withSource(new ClusterMoment(source, Optional.of(TestData.NOW), Optional.empty())));

        await(orders.database().configure(ofTime));

        assertThat(query("SELECT concat_ws(' ', source_snapshot, source_cluster, data_of AT TIME ZONE 'UTC') FROM "
                        + "aurora_restore.provenance"))
                .containsExactly(source.arn() + " 2026-11-21 02:00:00");
    }

    @Test
    void what_it_says_of_this_restore_counts() throws SQLException {
        Layout.NAMES_ARE_NO_KEYS.make();
        Restore restore = Restoring.of(orders).script("one", "SELECT 1").restore();
        asMaster(
                "UPDATE aurora_restore.provenance SET restore_id = '" + restore.id() + "'",
                "UPDATE aurora_restore.applied SET restore_id = '" + restore.id() + "', applied_at = 'epoch'");

        await(orders.database().configure(restore));

        assertThat(query("SELECT applied_at = 'epoch' FROM aurora_restore.applied"))
                .containsExactly("t");
    }

    @Test
    void a_source_that_publishes_all_its_tables_is_no_obstacle() throws Exception {
        try (Connection admin = orders.admin()) {
            run(admin, "CREATE PUBLICATION everything FOR ALL TABLES");
            Restore restore = Restoring.of(orders).script(REPEATED).restore();

            await(orders.database().configure(restore));

            assertThat(await(orders.database().verify(restore))).isEqualTo("0 check(s) hold");
            run(admin, "DROP PUBLICATION everything");
        }
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
