package io.aurorarestore.local.rds;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * RDS's certificate authorities.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.SSL.html">Using SSL/TLS</a>
 */
final class Certificates {

    static final String DEFAULT = "rds-ca-rsa2048-g1";

    private static final Set<String> KNOWN = Set.of(DEFAULT, "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1");

    private Certificates() {}

    static List<String> all() {
        return KNOWN.stream().sorted().toList();
    }

    /** @param id null for the one there is by default */
    static void check(@Nullable String id) {
        if (id != null && !KNOWN.contains(id)) {
            throw RdsRefusals.noCertificate(id);
        }
    }
}
