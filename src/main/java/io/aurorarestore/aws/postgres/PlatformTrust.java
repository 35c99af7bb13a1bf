package io.aurorarestore.aws.postgres;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whom the Java platform trusts: the store that {@code javax.net.ssl.trustStore} names, or else its own. Amazon's
 * authorities for RDS have to be in it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.SSL.html">RDS's authorities</a>
 */
final class PlatformTrust {

    private PlatformTrust() {}

    static TrustManager manager() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Stream.of(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("this Java platform trusts nobody"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform's trust store cannot be read", e);
        }
    }
}
