package io.aurorarestore.local.view;

import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A step on one line of a terminal. What does not fit is left out: first the greater part of ids, then what woke the
 * step, then the end of what it found.
 *
 * @param width columns of the terminal
 * @param colours whether states are coloured
 */
record Layout(int width, boolean colours) {

    /** A restore's id within a name that holds it. */
    private static final Pattern ID = Pattern.compile("\\b(ar-[a-z0-9-]+-[a-z0-9]{4})[a-z0-9]{8}(?![a-z0-9])");

    private static final int NARROW = 70;
    private static final int NAME = 20;
    private static final int NARROW_NAME = 14;

    String title(String title) {
        return cut(title, width - 1);
    }

    String line(StepLine step, Instant now) {
        String line = cut(fitting(step, now), width - 1);
        String mark = step.mark();
        return colours ? line.replaceFirst(Pattern.quote(mark), colour(step.state()) + mark + "\u001b[0m") : line;
    }

    private String fitting(StepLine step, Instant now) {
        String head = step.head(now, width < NARROW ? NARROW_NAME : NAME);
        String narrowest = head + shortened(step.what());
        return Stream.of(head + step.what() + step.woken(), narrowest + shortened(step.woken()), head + step.what())
                .filter(this::fits)
                .findFirst()
                .orElse(narrowest);
    }

    /** The last column stays free: a terminal may wrap already when it is filled. */
    private boolean fits(String line) {
        return line.length() < width;
    }

    /** Without what only colours it. */
    static int length(String line) {
        return line.replaceAll("\u001b\\[\\d+m", "").length();
    }

    static String shortened(String text) {
        return ID.matcher(text).replaceAll("$1…");
    }

    static String cut(String line, int length) {
        if (length < 1) {
            return "";
        }
        return line.length() <= length ? line : line.substring(0, length - 1) + "…";
    }

    private static String colour(String state) {
        return switch (state) {
            case "done" -> "\u001b[32m";
            case "skipped" -> "\u001b[2m";
            case "undone" -> "\u001b[33m";
            case "failed", "cancelled" -> "\u001b[31m";
            default -> "\u001b[36m";
        };
    }
}
