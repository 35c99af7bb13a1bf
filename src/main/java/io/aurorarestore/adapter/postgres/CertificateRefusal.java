package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.text.NameList;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.stream.Stream;

/** Explains why a server's certificate is refused, and what to do about it, in words of ours. */
final class CertificateRefusal {

    private static final int LONGEST_NAME = 200;
    private static final Set<BasicReason> OUT_OF_FORCE = Set.of(BasicReason.EXPIRED, BasicReason.NOT_YET_VALID);

    private CertificateRefusal() {}

    static String of(X509Certificate[] chain, Authorities authorities, CertificateException cause) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof CertPathValidatorException path && path.getIndex() >= 0) {
                return ofPath(path);
            }
        }
        return Stream.of(chain).anyMatch(authorities::mayHaveIssued)
                ? "its certificate does not hold against the authorities that are trusted"
                : ofAuthority(chain[chain.length - 1]);
    }

    private static String ofPath(CertPathValidatorException path) {
        X509Certificate faulty =
                (X509Certificate) path.getCertPath().getCertificates().get(path.getIndex());
        return path.getReason() instanceof BasicReason reason && OUT_OF_FORCE.contains(reason)
                ? "its certificate, or an authority's, is in force from "
                        + faulty.getNotBefore().toInstant() + " to "
                        + faulty.getNotAfter().toInstant() + " only. Set caCertificate to an authority in force"
                : "its certificate does not hold against the authorities that are trusted: " + path.getReason();
    }

    private static String ofAuthority(X509Certificate last) {
        return "the authority of its certificate is not trusted: "
                + plain(last.getIssuerX500Principal().getName())
                + ". If it is RDS's, package a bundle that has it (-Drds.ca-bundle), or name one in"
                + " AURORA_RESTORE_TLS_CA of the database function";
    }

    static String ofHost(String dialled, CertificateNames names) {
        return "its certificate is for " + names + ", and not for " + plain(dialled)
                + " or another endpoint of this restore. Look at where that name leads in the database function's VPC;"
                + " with the parameter DatabaseTls=disable no certificate is asked for";
    }

    private static String plain(String name) {
        return NameList.of(name, LONGEST_NAME);
    }
}
