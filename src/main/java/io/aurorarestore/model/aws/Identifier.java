package io.aurorarestore.model.aws;

import java.util.Locale;
import java.util.regex.Pattern;

/** RDS's rule for the names of clusters and instances: 1 to 63 letters, digits and hyphens, first a letter. */
public final class Identifier {

    public static final String RULE =
            "1 to 63 letters, digits and hyphens; first a letter; no hyphen last and no two in a row";

    private static final int LONGEST = 63;
    private static final Pattern VALID = Pattern.compile("[a-z](?:-?[a-z0-9])*+");

    private Identifier() {}

    /** As RDS stores it: in lower case, however it was written. */
    public static String stored(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    public static boolean isValid(String name) {
        return name.length() <= LONGEST && VALID.matcher(name).matches();
    }
}
