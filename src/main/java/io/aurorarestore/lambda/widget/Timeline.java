package io.aurorarestore.lambda.widget;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditAction;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.text.PlainText;
import io.quarkus.qute.HtmlEscaper;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws the audit trail of a restore to scale, as SVG: a bar for each step, and a tick for each entry. */
record Timeline(List<AuditEntry> audit, Instant until) {

    private static final int NAMES = 170;
    private static final int WIDTH = 900;
    private static final int ROW = 22;
    private static final int HEAD = 24;
    private static final int LINES = 4;
    private static final int SHORTEST_BAR = 3;

    /** What a step took, from when the one before it was left. */
    private record Bar(StepName step, String state, Instant from, Instant to, List<AuditEntry> entries) {}

    String svg() {
        if (audit.isEmpty()) {
            return "<p>Nothing has happened yet.</p>";
        }
        List<Bar> bars = bars();
        StringBuilder drawn = new StringBuilder();
        int height = HEAD + bars.size() * ROW;
        for (int line = 0; line <= LINES; line++) {
            drawn.append(line(line * 1.0 / LINES, height));
        }
        for (int row = 0; row < bars.size(); row++) {
            drawn.append(bar(bars.get(row), HEAD + row * ROW));
        }
        return "<svg class=\"timeline\" role=\"img\" aria-label=\"What each step took\" viewBox=\"0 0 %d %d\">%s</svg>"
                .formatted(WIDTH, height, drawn);
    }

    /** Steps in the order in which they were first left, or last reached. */
    private List<Bar> bars() {
        Map<StepName, Bar> bars = new LinkedHashMap<>();
        Instant from = begin();
        for (AuditEntry entry : audit) {
            bars.merge(entry.step(), begun(entry, from), Timeline::grown);
            from = entry.at();
        }
        return bars.values().stream().map(this::goingOn).toList();
    }

    private static Bar begun(AuditEntry entry, Instant from) {
        return new Bar(entry.step(), state(entry), from, entry.at(), List.of(entry));
    }

    /** That an end was told says nothing of its last step. */
    private static Bar grown(Bar before, Bar more) {
        List<AuditEntry> entries = Stream.concat(before.entries().stream(), more.entries().stream())
                .toList();
        return isAnnounced(more.entries().get(0))
                ? new Bar(before.step(), before.state(), before.from(), before.to(), entries)
                : new Bar(before.step(), more.state(), before.from(), more.to(), entries);
    }

    private static boolean isAnnounced(AuditEntry entry) {
        return entry.what().equals(AuditAction.ANNOUNCED.code());
    }

    /** The last one goes on. */
    private Bar goingOn(Bar bar) {
        AuditEntry last = audit.get(audit.size() - 1);
        boolean open = bar.step() == last.step() && bar.state().isEmpty();
        return open ? new Bar(bar.step(), bar.state(), bar.from(), until, bar.entries()) : bar;
    }

    private static String state(AuditEntry entry) {
        if (entry.what().equals(AuditAction.DONE.code())) {
            return "done";
        }
        if (entry.what().equals(AuditAction.UNDONE.code()) || entry.what().equals(AuditAction.SKIPPED.code())) {
            return "undone";
        }
        return entry.what().equals(AuditAction.FAILED.code()) ? "failed" : "";
    }

    private String bar(Bar bar, int y) {
        double left = x(bar.from());
        double width = Math.max(SHORTEST_BAR, x(bar.to()) - left);
        String ticks = bar.entries().stream().map(entry -> tick(entry, y)).collect(Collectors.joining());
        return drawn(
                "<text x=\"0\" y=\"%d\">%s</text><rect class=\"bar %s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"10\""
                        + " rx=\"2\"><title>%s</title></rect>%s",
                y + 14,
                bar.step().label(),
                bar.state(),
                left,
                y + 5,
                width,
                bar.step().label() + ": " + Times.of(Duration.between(bar.from(), bar.to())),
                ticks);
    }

    private String tick(AuditEntry entry, int y) {
        double x = x(entry.at());
        return drawn(
                "<line class=\"tick\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"><title>%s</title></line>",
                x, x, y + 3, y + 17, escaped(entry.at() + " " + entry.what() + ": " + entry.why()));
    }

    private String line(double share, int height) {
        double x = NAMES + share * (WIDTH - NAMES - 60);
        Duration at = Duration.ofMillis((long) (share * span()));
        return drawn(
                "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"18\" y2=\"%d\"/><text x=\"%.1f\" y=\"13\">%s</text>",
                x, x, height, x, Times.of(at));
    }

    private double x(Instant at) {
        double since = Math.max(0, Duration.between(begin(), at).toMillis());
        return NAMES + Math.min(1, since / span()) * (WIDTH - NAMES - 60);
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

    private static String escaped(String text) {
        return new HtmlEscaper(List.of()).map(PlainText.visible(text), null);
    }
}
