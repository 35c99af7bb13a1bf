package io.aurorarestore.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** What a PostgreSQL server shows of itself, and the key to it. */
public record ServerCertificate(X509Certificate certificate, PrivateKey key) {

    static final String FILE = "server.crt";
    static final String KEY_FILE = "server.key";

    /** To a server's data folder, under the names that PostgreSQL looks for. */
    public void layDown(Path data) throws IOException {
        Files.writeString(data.resolve(FILE), pem(certificate));
        Path file = data.resolve(KEY_FILE);
        Files.writeString(file, pem("PRIVATE KEY", key.getEncoded()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    public static String pem(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static String pem(String what, byte[] der) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }
}
