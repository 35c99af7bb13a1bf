package io.aurorarestore.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A cluster's or snapshot's data: a folder, and the server on it while there is one. Its work is done in turn. */
final class Volume {

    private final Installation installation;
    private final Path data;
    private final Optional<Backup> backup;
    private volatile @Nullable Server server;
    private boolean closed;

    /**
     * @param data a folder, or the place where one is to be
     * @param backup by which it can be restored to any time, if it is to be
     */
    Volume(Installation installation, Path data, Optional<Backup> backup) {
        this.installation = installation;
        this.data = data;
        this.backup = backup;
    }

    /** The server's port, if it serves. Not in turn: an endpoint asks at any time. */
    OptionalInt port() {
        Server now = server;
        return now == null ? OptionalInt.empty() : OptionalInt.of(now.port());
    }

    /** Starts the server with a certificate of its own, unless it serves already. */
    synchronized void serve(ServerCertificate certificate) throws IOException, SQLException {
        if (server == null) {
            certificate.layDown(data);
            start();
        }
    }

    synchronized Server start() throws IOException, SQLException {
        if (closed) {
            throw new IOException("the local AWS is closing");
        }
        Server running = server == null ? started() : server;
        server = running;
        return running;
    }

    private Server started() throws IOException, SQLException {
        if (backup.isEmpty()) {
            return Server.start(installation, data);
        }
        backup.get().begin();
        return Server.start(installation, data, backup.get().archiving());
    }

    /** Lays the data of a moment down elsewhere; what runs is then a clone's, if no moment is said. */
    void restoreTo(Path to, Optional<Instant> at) throws IOException, SQLException {
        if (at.isEmpty() && Files.exists(data)) {
            copyTo(to);
        } else {
            endSegment();
            backup.orElseThrow().restoreTo(to, at);
        }
    }

    /** What is committed last ends a recovery to any time before; then all is in files of the WAL that are complete. */
    private synchronized void endSegment() throws SQLException {
        Server running = server;
        if (running != null) {
            try (Connection connection = running.admin("postgres");
                    Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_current_xact_id()");
                statement.execute("SELECT pg_switch_wal()");
            }
        }
    }

    synchronized void stop(boolean immediately) {
        Server running = server;
        server = null;
        if (running != null) {
            running.stop(immediately);
        }
    }

    /** Stops it for good. */
    synchronized void close() {
        closed = true;
        stop(true);
    }

    synchronized void restart() throws IOException, SQLException {
        stop(false);
        start();
    }

    /**
     * A sound copy. Of a running server it is a base backup: the files between start and stop of the backup, then its
     * label and the WAL it needs.
     *
     * @see <a href="https://www.postgresql.org/docs/17/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP">Low-level backup</a>
     */
    synchronized void copyTo(Path to) throws IOException, SQLException {
        if (closed) {
            return;
        }
        if (server == null) {
            Folders.copy(data, to, false);
            return;
        }
        try (Connection connection = server.admin("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('snapshot', true)");
            Folders.copy(data, to, false);
            try (ResultSet stopped = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                stopped.next();
                Files.writeString(to.resolve("backup_label"), stopped.getString(1));
            }
            Folders.copy(data, to, true);
        }
    }

    synchronized void setPassword(String user, String password) throws SQLException, IOException {
        boolean asleep = server == null;
        try (Connection connection = start().admin("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + statement.enquoteIdentifier(user, true) + " PASSWORD "
                    + statement.enquoteLiteral(password));
        }
        if (asleep) {
            stop(false);
        }
    }

    /** Runs a script's statements one by one: some do not run in a transaction. */
    synchronized void execute(String database, String script) throws SQLException {
        try (Connection connection = Objects.requireNonNull(server).admin(database);
                Statement statement = connection.createStatement()) {
            for (String one : script.split(";\\s*\n")) {
                statement.execute(one);
            }
        }
    }

    /** Removes its files, but not its backup. */
    synchronized void retain() throws IOException {
        stop(false);
        if (backup.isPresent()) {
            backup.get().keepLast();
        }
        Folders.remove(data);
    }

    synchronized void remove() throws IOException {
        stop(true);
        Folders.remove(data);
        if (backup.isPresent()) {
            backup.get().remove();
        }
    }
}
