package io.aurorarestore.local.postgres;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Vouches for servers, as RDS's authorities do for Aurora's. */
public final class CertificateAuthority {

    /** Of all certificates. */
    private static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");

    private final X509Certificate certificate;
    private final KeyPair keys;

    public CertificateAuthority(String name, Instant until) {
        X500Principal self = new X500Principal("CN=" + name);
        keys = newKeys();
        certificate = sign(
                self,
                self,
                until,
                keys,
                builder -> builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true)));
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** @param hosts the names that the certificate is for */
    public ServerCertificate issue(List<String> hosts, Instant until) {
        KeyPair ofServer = newKeys();
        GeneralNames names = new GeneralNames(hosts.stream()
                .map(host -> new GeneralName(GeneralName.dNSName, host))
                .toArray(GeneralName[]::new));
        X509Certificate issued = sign(
                new X500Principal("CN=server"),
                certificate.getSubjectX500Principal(),
                until,
                ofServer,
                builder -> builder.addExtension(Extension.subjectAlternativeName, false, names));
        return new ServerCertificate(issued, ofServer.getPrivate());
    }

    private X509Certificate sign(
            X500Principal subject, X500Principal issuer, Instant until, KeyPair of, Extending extending) {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(64, new SecureRandom()),
                Date.from(BEGINNING),
                Date.from(until),
                subject,
                of.getPublic());
        try {
            extending.extend(builder);
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate for " + subject, e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no elliptic curves", e);
        }
    }

    private interface Extending {
        void extend(JcaX509v3CertificateBuilder builder) throws IOException;
    }
}
