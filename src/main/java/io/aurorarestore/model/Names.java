package io.aurorarestore.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Derives the names of everything one restore makes. All begin with {@code ar-}, so that a role can be narrowed to
 * them; all hold the restore id, so that a retry finds what an earlier try made; all are at most 63 characters, RDS's
 * limit.
 */
public record Names(RestoreId id, String target) {

    /** Of all names that are ours. */
    public static final String PREFIX = "ar-";

    /** For messages about a name that is refused. */
    public static final String RESERVED = "must not begin with ar-: the service names so what it makes itself";

    private static final int TARGET_PART = 36;

    private static final Pattern DERIVED =
            Pattern.compile("ar-[a-z0-9-]{1,36}-(?<id>[a-z0-9]{12})-(new|copy|old|final|[0-9]{1,2}|old-[0-9]{1,2})");

    /** Whether it may be the name of something that a restore made, and so is nobody's to ask for. */
    public static boolean isReserved(String name) {
        return name.startsWith(PREFIX);
    }

    /** The restore that a name is likely derived from: anybody may have called something so. */
    public static Optional<RestoreId> restoreOf(String name) {
        Matcher derived = DERIVED.matcher(name);
        return derived.matches() ? Optional.of(new RestoreId(derived.group("id"))) : Optional.empty();
    }

    /** The restored cluster until it is promoted. */
    public String staging() {
        return stem() + "-new";
    }

    /** Our copy of a snapshot that cannot be used where it is. */
    public String copy() {
        return stem() + "-copy";
    }

    /** The replaced cluster once it is set aside. */
    public String setAside() {
        return stem() + "-old";
    }

    /** The final snapshot of the replaced cluster. */
    public String finalSnapshot() {
        return stem() + "-final";
    }

    /** @param number 1 for the writer, 2 and more for readers */
    public String instance(int number) {
        return stem() + "-" + number;
    }

    /** The instance of the replaced cluster that has given its name up. */
    public String oldInstance(int number) {
        return stem() + "-old-" + number;
    }

    private String stem() {
        String part = target.length() <= TARGET_PART ? target : target.substring(0, TARGET_PART);
        return PREFIX + (part.endsWith("-") ? part.substring(0, part.length() - 1) : part) + "-" + id;
    }
}
