package io.aurorarestore.local.rds;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * RDS's rules for a new identifier: letters, digits and hyphens, a letter first, no hyphen last and no two together;
 * kept in lower case.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_Limits.html#RDS_Limits.Constraints">
 *     Naming constraints in Aurora</a>
 */
final class Identifiers {

    private static final Pattern RULE = Pattern.compile("[a-zA-Z](-?[a-zA-Z0-9])*");
    private static final int CLUSTER = 63;
    private static final int SNAPSHOT = 255;

    private Identifiers() {}

    /** A new cluster's or instance's identifier, as RDS stores it. */
    static String resource(String parameter, String value) {
        return checked(parameter, value, CLUSTER);
    }

    /** A new manual snapshot's identifier, as RDS stores it. */
    static String snapshot(String parameter, @Nullable String value) {
        return checked(parameter, value, SNAPSHOT);
    }

    private static String checked(String parameter, @Nullable String value, int longest) {
        if (value == null || value.isEmpty()) {
            throw RdsError.missing(parameter);
        }
        if (value.length() > longest || !RULE.matcher(value).matches()) {
            throw RdsError.invalidValue(("The parameter %s is not a valid identifier. Identifiers must begin with a "
                            + "letter; must contain only ASCII letters, digits, and hyphens; and must not end with a "
                            + "hyphen or contain two consecutive hyphens.")
                    .formatted(parameter));
        }
        return value.toLowerCase(Locale.ROOT);
    }
}
