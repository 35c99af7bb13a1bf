package io.aurorarestore.local.postgres;

import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/** The hosts that a server's certificate is for. The driver makes it, by its name, and asks it about the host. */
public final class CertifiedHosts implements HostnameVerifier {

    private static volatile List<String> seen = List.of();

    /** @param authority that has to have issued the certificate */
    public static List<String> at(int port, String user, String password, Path authority) throws SQLException {
        String url = "jdbc:postgresql://localhost:" + port + "/orders?sslmode=verify-full&sslrootcert=" + authority
                + "&sslhostnameverifier=" + CertifiedHosts.class.getName();
        DriverManager.getConnection(url, user, password).close();
        return seen;
    }

    @Override
    public boolean verify(String host, SSLSession session) {
        try {
            seen = ((X509Certificate) session.getPeerCertificates()[0])
                    .getSubjectAlternativeNames().stream()
                            .map(name -> name.get(1).toString())
                            .toList();
            return true;
        } catch (SSLException | CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
