package io.aurorarestore.adapter.postgres;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a server is trusted: one that an authority vouches for, under a host that is accepted. Remembers
 * what it has seen of it. The client's own verification of the host would know the dialled one only.
 */
final class ServerTrust extends X509ExtendedTrustManager {

    private final Authorities authorities;
    private final X509ExtendedTrustManager manager;
    private final AcceptedHosts hosts;
    private volatile @Nullable CertificateNames names;
    private volatile @Nullable String refusal;

    ServerTrust(Authorities authorities, AcceptedHosts hosts) {
        this.authorities = authorities;
        this.manager = authorities.manager();
        this.hosts = hosts;
    }

    /** Of the certificate that was trusted; none before, and none of a connection without one. */
    Optional<CertificateNames> names() {
        return Optional.ofNullable(names);
    }

    /** Why the server was refused, if it was. */
    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        vouched(chain, () -> manager.checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        vouched(chain, () -> manager.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        vouched(chain, () -> manager.checkServerTrusted(chain, authType));
    }

    private void vouched(X509Certificate[] chain, Verification verification) throws CertificateException {
        try {
            verification.run();
        } catch (CertificateException e) {
            refusal = CertificateRefusal.of(chain, authorities, e);
            throw e;
        }
        CertificateNames found = CertificateNames.of(chain[0]);
        if (!hosts.accept(found)) {
            refusal = CertificateRefusal.ofHost(hosts.dialled(), found);
            throw new CertificateException("for another host");
        }
        names = found;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw notAServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw notAServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw notAServer();
    }

    private static CertificateException notAServer() {
        return new CertificateException("nobody is served here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return manager.getAcceptedIssuers();
    }

    private interface Verification {
        void run() throws CertificateException;
    }
}
