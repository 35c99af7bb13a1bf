package io.aurorarestore.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a cluster can be restored from to any time: its files as they were before its server first ran, and all the WAL
 * since, which the server archives.
 *
 * @param folder of its own; without a base in it there is none
 * @see <a href="https://www.postgresql.org/docs/17/continuous-archiving.html">Continuous archiving and point-in-time
 *     recovery</a>
 */
record Backup(Installation installation, Path folder, Path data) {

    private static final String TOO_FAR = "recovery ended before configured recovery target was reached";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);

    /** With the files that the cluster's are a copy of, which nobody changes but who may remove them: they cost nothing. */
    void beginWith(Path origin) throws IOException {
        Files.createDirectories(archive());
        Folders.link(origin, base());
    }

    /** With files that are kept, beyond the cluster and beyond this run. */
    void beginWithKept(Path origin) throws IOException {
        Files.createDirectories(archive());
        Files.createSymbolicLink(base(), origin.toAbsolutePath());
    }

    /** Before the server runs: a copy of its files is a base only as long as nothing changes them. */
    void begin() throws IOException {
        if (!Files.exists(base())) {
            Files.createDirectories(archive());
            Folders.copy(data, base(), false);
        }
    }

    private Path base() {
        return folder.resolve("base");
    }

    private Path archive() {
        return folder.resolve("archive");
    }

    /** The WAL that was not archived when the cluster was deleted. */
    private Path last() {
        return folder.resolve("last");
    }

    /** What its server is started with. */
    List<String> archiving() {
        return List.of("-c", "archive_mode=on", "-c", "archive_command=cp \"%p\" " + file(archive()));
    }

    /**
     * Lays the data of a moment down, by PostgreSQL's own recovery. Where nothing was committed after it, that is all
     * there is.
     *
     * @param at empty for all there is
     */
    void restoreTo(Path to, Optional<Instant> at) throws IOException, SQLException {
        Folders.copy(base().toRealPath(), to, false);
        Files.createFile(to.resolve("recovery.signal"));
        try {
            recover(
                    to,
                    at.map(time -> List.of(
                                    "-c",
                                    "recovery_target_time=" + TIME.format(time),
                                    "-c",
                                    "recovery_target_action=promote"))
                            .orElse(List.of()));
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains(TOO_FAR)) {
                throw e;
            }
            recover(to, List.of());
        }
    }

    private void recover(Path to, List<String> target) throws IOException, SQLException {
        Path unarchived = Files.exists(data) ? data.resolve("pg_wal") : last();
        String fetch = "restore_command=cp " + file(archive()) + " \"%p\" || cp " + file(unarchived) + " \"%p\"";
        List<String> arguments = Stream.concat(List.of("-c", fetch, "-c", "hot_standby=off").stream(), target.stream())
                .toList();
        Server.start(installation, to, arguments).stop(false);
    }

    /** Of a folder, the file that PostgreSQL means, in the words of a shell. */
    private static String file(Path folder) {
        return "\"" + folder.toString().replace("%", "%%") + "/%f\"";
    }

    /** The cluster's own files are about to go. */
    void keepLast() throws IOException {
        Folders.copy(data.resolve("pg_wal"), last(), false);
    }

    void remove() throws IOException {
        Folders.remove(folder);
    }
}
