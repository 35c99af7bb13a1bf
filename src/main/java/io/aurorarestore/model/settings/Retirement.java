package io.aurorarestore.model.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether the cluster that was swapped out is kept, deleted, or deleted later.
 *
 * @param after how long it is kept before it is deleted, at most ten years; empty: for good
 */
public record Retirement(Optional<Duration> after) {

    public static final Retirement KEEP = new Retirement(Optional.empty());
    public static final Retirement DELETE = new Retirement(Optional.of(Duration.ZERO));

    private static final String LATER = "delete-after:";
    /** Whole seconds, written as ISO 8601 has it. */
    private static final Pattern WRITTEN = Pattern.compile(LATER + " *(P[0-9DTHMS]{2,32})");

    private static final Duration LONGEST = Duration.ofDays(3650);

    /**
     * Reads {@code keep}, {@code delete} or {@code delete-after: P7D}.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public static Retirement parse(String text) {
        return switch (text) {
            case "keep" -> KEEP;
            case "delete" -> DELETE;
            default -> later(text);
        };
    }

    private static Retirement later(String text) {
        try {
            Matcher written = WRITTEN.matcher(text);
            Duration after = Duration.parse(written.matches() ? written.group(1) : "");
            if (!after.isNegative() && after.compareTo(LONGEST) <= 0) {
                return new Retirement(Optional.of(after));
            }
        } catch (java.time.format.DateTimeParseException e) {
            throw wrong(text, e);
        }
        throw wrong(text, null);
    }

    private static IllegalArgumentException wrong(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "retirement is keep, delete or delete-after: with an ISO 8601 duration like P7D, at most P3650D, not "
                        + text,
                cause);
    }

    /** Deleted by the restore itself. */
    public boolean now() {
        return after.filter(Duration::isZero).isPresent();
    }

    /** Deleted by a retirement of its own. */
    public boolean later() {
        return after.isPresent() && !now();
    }

    @Override
    public String toString() {
        return after.map(time -> time.isZero() ? "delete" : LATER + " " + time).orElse("keep");
    }
}
