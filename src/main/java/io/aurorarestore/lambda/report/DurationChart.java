package io.aurorarestore.lambda.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Draws what the restores of a target took as SVG: a bar each, the oldest first, and a mark where the objective is. */
record DurationChart(List<Rehearsal> newestFirst) {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 220;
    private static final int LEFT = 80;
    private static final int TOP = 12;
    private static final int BOTTOM = 190;
    private static final int LINES = 4;
    private static final int PLACES = 30;
    private static final int MINUTE = 60;

    /** Of those that succeeded; nothing where none did. */
    String svg() {
        List<Rehearsal> all = new ArrayList<>(newestFirst.stream()
                .filter(one -> one.recovery().took().isPresent())
                .toList());
        Collections.reverse(all);
        if (all.isEmpty()) {
            return "";
        }
        StringBuilder drawn = new StringBuilder();
        double longest = longest(all);
        for (int line = 0; line <= LINES; line++) {
            drawn.append(line(longest * line / LINES, longest));
        }
        for (int place = 0; place < all.size(); place++) {
            drawn.append(bar(all.get(place), place, longest));
        }
        return drawn(
                "<svg class=\"durations\" role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\">%s</svg>",
                all.size() == 1
                        ? "How long the one successful restore took"
                        : "How long each of the last " + all.size() + " successful restores took, the oldest first",
                WIDTH,
                HEIGHT,
                drawn);
    }

    /** A whole number of minutes at each line. */
    private static double longest(List<Rehearsal> all) {
        double most = all.stream()
                .flatMap(one ->
                        Stream.of(took(one), one.recovery().objectives().rto().orElse(Duration.ZERO)))
                .mapToDouble(Duration::toSeconds)
                .max()
                .orElse(0);
        int step = LINES * MINUTE;
        return Math.max(1, Math.ceil(most / step)) * step;
    }

    private static Duration took(Rehearsal one) {
        return one.recovery().took().orElse(Duration.ZERO);
    }

    private static String line(double seconds, double longest) {
        double y = y(seconds, longest);
        return drawn(
                "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/><text x=\"%d\" y=\"%.1f\""
                        + " text-anchor=\"end\">%s</text>",
                LEFT, WIDTH, y, y, LEFT - 6, y + 4, ReportTimes.of(Duration.ofSeconds((long) seconds)));
    }

    private static String bar(Rehearsal one, int place, double longest) {
        double width = (WIDTH - LEFT) / (double) PLACES;
        double x = LEFT + place * width;
        double top = y((double) took(one).toSeconds(), longest);
        String mark = one.recovery()
                .objectives()
                .rto()
                .map(rto -> mark(x, width, y((double) rto.toSeconds(), longest)))
                .orElse("");
        boolean missed = one.recovery().rtoMet().filter(met -> !met).isPresent();
        return drawn(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s: %s</title></rect>%s",
                missed ? "missed" : "met",
                x + 3,
                top,
                width - 6,
                Math.max(1, BOTTOM - top),
                ReportTimes.at(one.restore().accepted().openedAt()),
                ReportTimes.of(took(one)),
                mark);
    }

    private static String mark(double x, double width, double y) {
        return drawn("<line class=\"objective\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>", x, x + width, y, y);
    }

    private static double y(double seconds, double longest) {
        return BOTTOM - (BOTTOM - TOP) * seconds / longest;
    }

    private static String drawn(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
