package io.aurorarestore.lambda.widget;

import io.aurorarestore.lambda.widget.TimelineRow.Span;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.history.Durations;
import io.aurorarestore.model.restore.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Draws the audit trail of a restore to scale, as SVG: a row for each step, full where something was under way and pale
 * where it waited, with a tick for each entry.
 *
 * @param usual what steps took in earlier restores: a line below each
 * @param at the step that it is at
 * @param until when it ended, or now
 */
record Timeline(List<AuditEntry> audit, Durations usual, StepName at, Instant until) {

    private static final int NAMES = 150;
    private static final int WIDTH = 900;
    private static final int TIMES = 90;
    private static final int ROW = 24;
    private static final int HEAD = 26;
    private static final int LINES = 4;
    private static final int SHORTEST = 2;

    /** What wakes a restore when no event does. */
    private static final String CHECK_IN = "check-in";

    String svg() {
        if (audit.isEmpty()) {
            return "<p>Nothing has happened yet.</p>";
        }
        List<TimelineRow> rows = TimelineRow.of(audit, at, until);
        StringBuilder drawn = new StringBuilder();
        int height = HEAD + rows.size() * ROW;
        for (int line = 0; line <= LINES; line++) {
            drawn.append(line(line * 1.0 / LINES, height));
        }
        for (int row = 0; row < rows.size(); row++) {
            drawn.append(row(rows.get(row), HEAD + row * ROW));
        }
        return "<svg class=\"timeline\" role=\"img\" aria-label=\"What each step took\" viewBox=\"0 0 %d %d\">%s</svg>"
                .formatted(WIDTH, height, drawn);
    }

    private String row(TimelineRow row, int y) {
        String time = Times.of(row.time());
        String spans = row.spans().stream().map(span -> span(span, row, y)).collect(Collectors.joining());
        String before = usual.expected(row.step())
                .map(expected -> usual(expected.median(), row, y))
                .orElse("");
        String ticks = row.entries().stream().map(entry -> tick(entry, y)).collect(Collectors.joining());
        return drawn(
                "<g><title>%s: %s</title><text x=\"0\" y=\"%d\">%s</text>%s<text class=\"time\" x=\"%d\" y=\"%d\">%s</text>"
                        + "</g>%s",
                row.step().label(), time, y + 16, row.step().label(), spans + before, WIDTH, y + 16, time, ticks);
    }

    private String usual(Duration median, TimelineRow row, int y) {
        Instant from = row.spans().isEmpty() ? begin() : row.spans().get(0).from();
        double left = x(from);
        return drawn(
                "<rect class=\"usual\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"2\"><title>usually %s</title></rect>",
                left, y + 20, Math.max(SHORTEST, x(from.plus(median)) - left), Times.of(median));
    }

    private String span(Span span, TimelineRow row, int y) {
        double left = x(span.from());
        return drawn(
                "<rect class=\"bar %s%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"12\"/>",
                span.state().isEmpty() ? row.state() : span.state(),
                span.works() ? "" : " waits",
                left,
                y + 6,
                Math.max(SHORTEST, x(span.to()) - left));
    }

    private String tick(AuditEntry entry, int y) {
        double x = x(entry.at());
        return drawn(
                "<line class=\"tick%s\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"><title>%s</title></line>",
                entry.cause().equals(CHECK_IN) ? " own" : "",
                x,
                x,
                y + 3,
                y + 21,
                Html.escaped(entry.at() + " " + entry.what() + ": " + entry.why() + " (" + entry.cause() + ")"));
    }

    private String line(double share, int height) {
        double x = NAMES + share * scale();
        Duration at = Duration.ofMillis((long) (share * span()));
        return drawn(
                "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"20\" y2=\"%d\"/><text class=\"at\" x=\"%.1f\" y=\"14\">%s</text>",
                x, x, height, x, Times.of(at));
    }

    private double x(Instant at) {
        double since = Math.max(0, Duration.between(begin(), at).toMillis());
        return NAMES + Math.min(1, since / span()) * scale();
    }

    private static double scale() {
        return WIDTH - NAMES - TIMES;
    }

    private Instant begin() {
        return audit.get(0).at();
    }

    private double span() {
        Instant last = audit.get(audit.size() - 1).at();
        return Math.max(
                1, Duration.between(begin(), until.isAfter(last) ? until : last).toMillis());
    }

    private static String drawn(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
