package io.aurorarestore.aws.postgres;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate of a PostgreSQL server, signed by itself: its own authority. */
record ServerCertificate(Path pem) {

    private static final char[] PASSWORD = "changeit".toCharArray();

    /** Lays {@code server.crt} and {@code server.key} down in the server's data folder. */
    static ServerCertificate of(String host, Path data) throws Exception {
        Path work = Files.createTempDirectory("certificate");
        Path keys = work.resolve("keys.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=" + host,
                "-ext",
                "SAN=dns:" + host,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                "changeit");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD);
        }
        Files.writeString(
                data.resolve("server.crt"),
                pem("CERTIFICATE", store.getCertificate("server").getEncoded()));
        Path key = data.resolve("server.key");
        Files.writeString(
                key, pem("PRIVATE KEY", store.getKey("server", PASSWORD).getEncoded()));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        return new ServerCertificate(data.resolve("server.crt"));
    }

    private static String pem(String what, byte[] der) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool: " + said);
        }
    }
}
