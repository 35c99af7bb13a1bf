package io.aurorarestore.adapter.postgres;

import io.aurorarestore.model.text.PlainText;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the hosts that a server's certificate is for: its subject alternative names, of DNS or IP. */
record CertificateNames(List<String> all) {

    private static final Set<Integer> HOSTS = Set.of(2, 7);
    private static final int LONGEST = 2000;

    static CertificateNames of(X509Certificate certificate) throws CertificateParsingException {
        Collection<List<?>> names =
                Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of());
        return new CertificateNames(names.stream()
                .filter(name -> HOSTS.contains(name.get(0)))
                .map(name -> ((String) name.get(1)).toLowerCase(Locale.ROOT))
                .toList());
    }

    boolean cover(String host) {
        String asked = host.toLowerCase(Locale.ROOT);
        return all.stream().anyMatch(name -> name.equals(asked) || covers(name, asked));
    }

    /** {@code *.example.com} is for each host of that domain, and for none below. */
    private static boolean covers(String name, String host) {
        int dot = host.indexOf('.');
        return name.startsWith("*.") && dot > 0 && host.substring(dot).equals(name.substring(1));
    }

    @Override
    public String toString() {
        return all.isEmpty()
                ? "no host"
                : PlainText.shortened(String.join(", ", all).replaceAll("[^a-z0-9.:*_, -]", "?"), LONGEST);
    }
}
