package io.aurorarestore.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.WorkFolder;
import io.aurorarestore.local.postgres.OrdersSeed.Day;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresDataPlaneTest {

    private static final String HERE = "us-east-1";

    private static PostgresDataPlane plane;

    @BeforeAll
    static void start() throws Exception {
        plane = new PostgresDataPlane(WorkFolder.of("postgres"));
        OrdersSeed seed = new OrdersSeed(plane);
        seed.prepare();
        seed.layDown(Day.LIVE, "cluster-LIVE");
        seed.layDown(Day.OCTOBER, "cluster-OLD");
        plane.setPassword("cluster-LIVE", "postgres", "right")
                .toCompletableFuture()
                .join();
        plane.setPassword("cluster-OLD", "postgres", "right")
                .toCompletableFuture()
                .join();
        plane.point(HERE, "live", "cluster-LIVE");
        start("cluster-LIVE", "live");
    }

    @AfterAll
    static void stop() {
        plane.close();
    }

    @Test
    void a_wrong_password_is_refused() {
        assertThatThrownBy(() -> connect("live", "wrong")).hasMessageContaining("password authentication failed");
    }

    @Test
    void the_master_is_no_superuser_but_creates_roles() throws SQLException {
        try (Connection connection = connect("live", "right")) {
            assertThat(one(connection, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            connection.createStatement().execute("create role made_by_master login");
            assertThatThrownBy(() -> connection.createStatement().execute("create role boss superuser"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_snapshot_of_a_live_server_is_sound_and_stays_as_it_was() throws SQLException {
        plane.snapshot("cluster-LIVE", "snapshot-1").toCompletableFuture().join();
        try (Connection connection = connect("live", "right")) {
            connection.createStatement().execute("create table since (id int)");
        }
        plane.copy("snapshot-1", "cluster-1").toCompletableFuture().join();
        plane.point(HERE, "restored", "cluster-1");
        assertThatThrownBy(() -> connect("restored", "right")).isInstanceOf(SQLException.class);

        start("cluster-1", "restored");

        try (Connection connection = connect("restored", "right")) {
            assertThat(one(connection, "select count(*) from orders")).isEqualTo("1042");
            assertThat(one(connection, "select to_regclass('since')")).isNull();
        }
    }

    @Test
    void a_new_password_replaces_the_old_one() throws SQLException {
        plane.point(HERE, "old", "cluster-OLD");
        start("cluster-OLD", "old");

        plane.setPassword("cluster-OLD", "postgres", "it's \"new\"")
                .toCompletableFuture()
                .join();

        assertThatThrownBy(() -> connect("old", "right")).hasMessageContaining("password authentication failed");
        connect("old", "it's \"new\"").close();
    }

    @Test
    void a_rename_moves_the_endpoint_and_ends_its_sessions() throws SQLException {
        plane.copy("cluster-LIVE", "cluster-2").toCompletableFuture().join();
        start("cluster-2", "before");
        plane.point(HERE, "before", "cluster-2");
        int after = plane.port(HERE, "after");
        try (Connection session = connect("before", "right")) {
            plane.unpoint(HERE, "before");
            plane.point(HERE, "after", "cluster-2");

            assertThatThrownBy(() -> one(session, "select 1")).isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> connect("before", "right")).isInstanceOf(SQLException.class);
        connect("after", "right").close();
        assertThat(plane.port(HERE, "after")).isEqualTo(after);
    }

    @Test
    void nobody_but_rds_itself_connects_without_tls() {
        assertThatThrownBy(() -> connect("live", "right", "&sslmode=disable"))
                .hasMessageContaining("no pg_hba.conf entry")
                .hasMessageContaining("no encryption");
    }

    @Test
    void a_certificate_is_for_the_names_of_the_start_until_the_volume_is_stopped_and_started() throws SQLException {
        plane.snapshot("cluster-LIVE", "snapshot-3").toCompletableFuture().join();
        plane.copy("snapshot-3", "cluster-3").toCompletableFuture().join();
        plane.point(HERE, "staging", "cluster-3");
        start("cluster-3", "staging");
        assertThat(certified("staging")).containsExactly("staging", "staging-1");

        plane.unpoint(HERE, "staging");
        plane.point(HERE, "target", "cluster-3");
        start("cluster-3", "target");
        plane.restart("cluster-3").toCompletableFuture().join();
        assertThat(certified("target")).containsExactly("staging", "staging-1");

        plane.stop("cluster-3").toCompletableFuture().join();
        start("cluster-3", "target");
        assertThat(certified("target")).containsExactly("target", "target-1");
    }

    @Test
    void the_hosts_file_leads_each_endpoint_to_this_machine() throws IOException {
        plane.port(HERE, "asked-for");
        plane.port(HERE, "asked-for");

        assertThat(Files.readAllLines(plane.hosts()))
                .startsWith("127.0.0.1 localhost")
                .containsOnlyOnce("127.0.0.1 asked-for.cluster-local.us-east-1.rds.localhost"
                        + " asked-for.cluster-ro-local.us-east-1.rds.localhost");
    }

    private static void start(String volume, String name) {
        plane.start(volume, List.of(name, name + "-1")).toCompletableFuture().join();
    }

    private static List<String> certified(String name) throws SQLException {
        return CertifiedHosts.at(plane.port(HERE, name), "postgres", "right", plane.authority());
    }

    private static Connection connect(String name, String password) throws SQLException {
        return connect(name, password, "");
    }

    private static Connection connect(String name, String password, String options) throws SQLException {
        String url = "jdbc:postgresql://localhost:" + plane.port(HERE, name) + "/orders?loginTimeout=10" + options;
        return DriverManager.getConnection(url, "postgres", password);
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
