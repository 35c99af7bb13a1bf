package io.aurorarestore.adapter.postgres;

import io.aurorarestore.adapter.Configured;
import io.aurorarestore.adapter.secretsmanager.LocalSecrets;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.WorkFolder;
import io.aurorarestore.local.postgres.PostgresDataPlane;
import io.aurorarestore.local.postgres.ReadyPostgres;
import io.aurorarestore.local.postgres.ServerCertificate;
import io.aurorarestore.model.aws.Home;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A restored cluster as our adapter meets it: a real PostgreSQL server and a local Secrets Manager. */
final class RestoredOrders implements AutoCloseable {

    static final String MASTER_PASSWORD = "the-master's-own";
    private static final Path WORK = WorkFolder.of("postgres");
    /** The target's endpoint, as on AWS. */
    static final String ENDPOINT = "orders-drill.cluster-c9xyz.us-east-1.rds.amazonaws.com";

    private static final String HOSTS = "127.0.0.1 localhost\n127.0.0.1 " + ENDPOINT + "\n";
    private static final String ADMIN = "rdsadmin";
    private static final String CLUSTER = "cluster-RESTORED";

    private final LocalSecrets secrets = new LocalSecrets();
    private final Vertx vertx = withHosts();
    private final PostgresDataPlane plane;

    RestoredOrders() throws Exception {
        plane = new PostgresDataPlane(WORK);
        ReadyPostgres.orders(plane, CLUSTER, MASTER_PASSWORD);
        plane.point("us-east-1", "restored", CLUSTER);
        plane.start(CLUSTER, List.of("localhost", ENDPOINT))
                .toCompletableFuture()
                .join();
        try (Connection admin = admin()) {
            run(admin, "ALTER DATABASE orders SET log_statement = 'all'");
        }
    }

    /** With a resolver of its own: a Quarkus test in the same JVM turns Vert.x's off for all that is made after it. */
    private static Vertx withHosts() {
        System.clearProperty("vertx.disableDnsResolver");
        return Vertx.vertx(new VertxOptions()
                .setAddressResolverOptions(new AddressResolverOptions().setHostsValue(Buffer.buffer(HOSTS))));
    }

    TimedDatabase database() {
        return database(authority());
    }

    /** With so little time for a piece of work. */
    TimedDatabase hasty(Duration time) {
        return new TimedDatabase(database().database(), time);
    }

    /** A setting that trusts the server, until it shows another certificate. */
    Map<String, String> authority() {
        return Map.of("tls.ca", plane.authority().toString());
    }

    TimedDatabase database(Map<String, String> settings) {
        return database(settings, TestData.HOME);
    }

    TimedDatabase database(Map<String, String> settings, Home home) {
        return database(settings, home, Clock.systemUTC());
    }

    TimedDatabase database(Map<String, String> settings, Clock clock) {
        return database(settings, TestData.HOME, clock);
    }

    private TimedDatabase database(Map<String, String> settings, Home home, Clock clock) {
        return new TimedDatabase(
                new PostgresDatabase(
                        new Connections(vertx, secrets.reader(), Configured.with(settings)),
                        new UserSecrets(secrets.reader()),
                        home,
                        clock),
                Duration.ofMinutes(1));
    }

    /** From now on the server shows this of itself. */
    void show(ServerCertificate certificate) throws IOException {
        certificate.layDown(WORK.resolve("volumes").resolve(CLUSTER));
        plane.restart(CLUSTER).toCompletableFuture().join();
    }

    LocalSecrets secrets() {
        return secrets;
    }

    int port() {
        return plane.port("us-east-1", "restored");
    }

    /** All that the server has logged. */
    String log() throws IOException {
        return Files.readString(WORK.resolve("logs").resolve(CLUSTER + ".log"));
    }

    Connection master() throws SQLException {
        return login("postgres", MASTER_PASSWORD);
    }

    /** The superuser that belongs to RDS. */
    Connection admin() throws SQLException, IOException {
        return login(ADMIN, adminPassword());
    }

    /** As a master secret would hold it: who alone may connect without TLS. */
    String adminSecret() throws IOException {
        return Restoring.json(ADMIN, adminPassword());
    }

    private static String adminPassword() throws IOException {
        return Files.readString(WORK.resolve("rdsadmin-password"));
    }

    Connection admin(String database) throws SQLException, IOException {
        return login(database, ADMIN, adminPassword());
    }

    /** In another database. */
    Connection master(String database) throws SQLException {
        return login(database, "postgres", MASTER_PASSWORD);
    }

    Connection login(String user, String password) throws SQLException {
        return login("orders", user, password);
    }

    Connection login(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port() + "/" + database + "?loginTimeout=10", user, password);
    }

    static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    /** The first column. */
    static List<String> column(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    @Override
    public void close() {
        vertx.close().await().indefinitely();
        secrets.close();
        plane.close();
    }
}
