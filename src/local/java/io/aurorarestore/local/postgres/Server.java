package io.aurorarestore.local.postgres;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A running PostgreSQL server on a data folder, at a port of its own on loopback. */
final class Server {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final long BETWEEN_TRIES = TimeUnit.MILLISECONDS.toNanos(50);
    private static final List<String> SMALL = List.of(
            "-c", "listen_addresses=127.0.0.1",
            "-c", "unix_socket_directories=",
            "-c", "password_encryption=scram-sha-256",
            "-c", "scram_iterations=" + Installation.SCRAM_ITERATIONS,
            "-c", "shared_buffers=16MB",
            "-c", "max_connections=50",
            "-c", "max_wal_senders=0",
            "-c", "autovacuum=off",
            "-c", "jit=off",
            "-c", "fsync=off");

    private static final int MOST_TRIES = 5;
    private static final String PORT_TAKEN = "could not create any TCP/IP sockets";

    /** Where a server may listen. */
    @FunctionalInterface
    interface Ports {
        int next() throws IOException;
    }

    private final Process process;
    private final int port;
    private final String admin;

    private Server(Process process, int port, String admin) {
        this.process = process;
        this.port = port;
        this.admin = admin;
    }

    /** Returns once the server takes connections: over TLS where its folder holds a certificate. */
    static Server start(Installation installation, Path data) throws IOException, SQLException {
        return start(installation, data, List.of());
    }

    /** @param more arguments */
    static Server start(Installation installation, Path data, List<String> more) throws IOException, SQLException {
        return start(installation, data, more, Server::freePort);
    }

    /** @param ports of which another program may have taken one before the server does: then the next is tried */
    static Server start(Installation installation, Path data, List<String> more, Ports ports)
            throws IOException, SQLException {
        for (int tries = 1; tries < MOST_TRIES; tries++) {
            try {
                return start(installation, data, more, ports.next());
            } catch (SQLException e) {
                if (!String.valueOf(e.getMessage()).contains(PORT_TAKEN)) {
                    throw e;
                }
            }
        }
        return start(installation, data, more, ports.next());
    }

    private static Server start(Installation installation, Path data, List<String> more, int port)
            throws IOException, SQLException {
        Path log = installation.log(data);
        List<String> arguments = new ArrayList<>(SMALL);
        arguments.addAll(more);
        arguments.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        arguments.addAll(List.of("-c", "hba_file=" + installation.access()));
        arguments.addAll(List.of("-c", "ssl=" + Files.exists(data.resolve(ServerCertificate.FILE))));
        Process process = installation
                .unprivileged()
                .process(installation.binaries().program("postgres"), arguments)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        Server server = new Server(process, port, installation.admin());
        server.awaitConnections(data, log);
        return server;
    }

    int port() {
        return port;
    }

    Connection admin(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", Installation.ADMIN);
        login.setProperty("password", admin);
        login.setProperty("sslmode", "disable");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, login);
    }

    private void awaitConnections(Path data, Path log) throws IOException, SQLException {
        Instant until = Instant.now().plus(LONGEST_START);
        while (true) {
            try {
                requireThat(data);
                return;
            } catch (SQLException e) {
                if (!process.isAlive() || Instant.now().isAfter(until)) {
                    stop(true);
                    throw new SQLException(
                            "PostgreSQL does not start: " + Installation.lastError(Files.readString(log))
                                    + " (its log is " + log + ")",
                            e);
                }
                LockSupport.parkNanos(BETWEEN_TRIES);
            }
        }
    }

    /** At a port that was taken another server may answer, and one of ours knows the same password. */
    private void requireThat(Path data) throws SQLException {
        try (Connection connection = admin("postgres");
                ResultSet rows = connection.createStatement().executeQuery("SHOW data_directory")) {
            if (!rows.next() || !Path.of(rows.getString(1)).equals(data)) {
                throw new SQLException("another server answers at port " + port);
            }
        }
    }

    /** Ends every session. {@code immediately} leaves recovery to the next start. */
    void stop(boolean immediately) {
        signal(immediately ? "QUIT" : "INT");
        try {
            if (!process.waitFor(immediately ? 3 : 20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
