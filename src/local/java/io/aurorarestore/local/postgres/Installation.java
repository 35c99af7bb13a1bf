package io.aurorarestore.local.postgres;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/**
 * PostgreSQL as this program can run it.
 *
 * @param admin password of {@code rdsadmin}, the superuser that on Aurora too belongs to RDS alone
 */
record Installation(Binaries binaries, Unprivileged unprivileged, Path work, String admin) {

    static final String ADMIN = "rdsadmin";

    /** Passwords that the server hashes are random and long: stretching them only makes each login dear. */
    static final int SCRAM_ITERATIONS = 1;

    /**
     * As with {@code rds.force_ssl=1}, which is the default from version 17.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html">Security
     *     with Aurora PostgreSQL</a>
     */
    private static final String ACCESS = """
            host    all %s 127.0.0.1/32 scram-sha-256
            hostssl all all 127.0.0.1/32 scram-sha-256
            """.formatted(ADMIN);

    static Installation in(Path work) throws IOException, InterruptedException {
        Binaries binaries = Binaries.in(work);
        Files.writeString(access(work), ACCESS);
        return new Installation(binaries, Unprivileged.find(), work, password(work.resolve("rdsadmin-password")));
    }

    /** The data folders kept from an earlier run know the password of that run. */
    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, new BigInteger(160, new SecureRandom()).toString(36));
        }
        return Files.readString(file);
    }

    /** Who may connect to a server, and how. */
    Path access() {
        return access(work);
    }

    private static Path access(Path work) {
        return work.resolve("pg_hba.conf");
    }

    /** A new, empty data folder. */
    void initialise(Path data) throws IOException, InterruptedException {
        Files.createDirectories(data.getParent());
        run(
                "initdb",
                List.of(
                        "--pgdata=" + data,
                        "--username=" + ADMIN,
                        "--pwfile=" + work.resolve("rdsadmin-password"),
                        "--auth-host=scram-sha-256",
                        "--auth-local=reject",
                        "--encoding=UTF8",
                        "--no-locale",
                        "--set=scram_iterations=" + SCRAM_ITERATIONS,
                        "--wal-segsize=1",
                        "--no-sync"));
    }

    /** Where servers log to, which is kept when their data are removed. */
    Path log(Path data) throws IOException {
        return Files.createDirectories(work.resolve("logs")).resolve(data.getFileName() + ".log");
    }

    /** Of what PostgreSQL says, the line that says why it gave up; not one that puts a client off meanwhile. */
    static String lastError(String said) {
        return said.lines()
                .filter(line -> line.matches(".*\\b(error|FATAL|PANIC): .*"))
                .filter(line -> !line.contains("FATAL:  the database system is "))
                .reduce((first, second) -> second)
                .map(line -> line.replaceFirst(".*?\\b(error|FATAL|PANIC): +", "$1: "))
                .orElse(said)
                .strip();
    }

    private void run(String program, List<String> arguments) throws IOException, InterruptedException {
        Process process =
                unprivileged.process(binaries.program(program), arguments).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(program + " failed: " + lastError(said));
        }
    }
}
