package io.aurorarestore.local.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A step as it is shown.
 *
 * @param state {@code running, done, skipped, undone, cancelled} or {@code failed}
 * @param what what it found or does
 * @param wokenBy what made it look the last time
 */
public record StepLine(String step, String state, String what, String wokenBy, Instant began, Optional<Instant> ended) {

    public static StepLine begun(String step, Instant at) {
        return new StepLine(step, "running", "", "", at, Optional.empty());
    }

    /** Over, in that state. */
    public StepLine over(String how, String found, Instant at) {
        return new StepLine(step, how, found, wokenBy, began, Optional.of(at));
    }

    StepLine doing(String now) {
        return new StepLine(step, state, now, wokenBy, began, ended);
    }

    StepLine with(AuditLine line) {
        return new StepLine(
                step,
                line.endsStep() ? line.what() : "running",
                line.why(),
                line.cause(),
                began,
                line.endsStep() ? Optional.of(line.at()) : Optional.empty());
    }

    boolean over() {
        return ended.isPresent();
    }

    String render(Instant now) {
        return (head(now, 20) + what + woken()).stripTrailing();
    }

    /** Everything before what it found. */
    String head(Instant now, int nameWidth) {
        double seconds = Duration.between(began, ended.orElse(now)).toMillis() / 1000.0;
        return String.format(Locale.ROOT, "  %s %-" + nameWidth + "s %6.1f s  ", mark(), step, Math.max(0, seconds));
    }

    /** What woke it, in brackets. */
    String woken() {
        return wokenBy.isEmpty() ? "" : "  [" + wokenBy + "]";
    }

    String mark() {
        return switch (state) {
            case "done" -> "✓";
            case "skipped" -> "–";
            case "undone" -> "↶";
            case "failed", "cancelled" -> "✗";
            default -> "…";
        };
    }
}
