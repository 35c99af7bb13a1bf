package io.aurorarestore.local.rds;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of Aurora PostgreSQL, for instance {@code 17.4}. */
record EngineVersion(int major, int minor) {

    private static final Pattern FORM = Pattern.compile("(\\d{2})\\.(\\d{1,2})");

    /** Empty where it is not of that form. */
    static Optional<EngineVersion> of(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new EngineVersion(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /**
     * @param first minor versions by major ones; a major one that is later than these has it from its first on, and an
     *     earlier one has it not
     */
    boolean isSince(Map<Integer, Integer> first) {
        Integer since = first.get(major);
        return since == null ? first.keySet().stream().allMatch(one -> one < major) : minor >= since;
    }
}
