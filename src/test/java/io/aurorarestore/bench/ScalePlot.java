package io.aurorarestore.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws the processor's time of a restore by how many there are at once, with a band of a tenth around the mean, as SVG. */
final class ScalePlot {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 240;
    private static final int LEFT = 60;
    private static final int TOP = 20;
    private static final int BAR = 80;
    private static final double BAND = 0.1;
    private static final double ROOM = 1.3;

    private final List<ScaleRun> runs;
    private final double mean;
    private final double most;

    private ScalePlot(List<ScaleRun> runs) {
        this.runs = runs;
        this.mean = Scale.mean(runs);
        this.most = ROOM * runs.stream().mapToDouble(ScaleRun::millisEach).max().orElseThrow();
    }

    static String of(List<ScaleRun> runs) {
        return new ScalePlot(runs).draw();
    }

    private String draw() {
        double high = y(mean * (1 + BAND));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + (WIDTH + 2 * LEFT) + " "
                + (HEIGHT + 3 * TOP) + "\" font-family=\"sans-serif\" font-size=\"12\">\n"
                + rectangle(LEFT, high, WIDTH, y(mean * (1 - BAND)) - high, "#e9ebed")
                + text(LEFT + 8, high - 6, "mean ± 10 %")
                + IntStream.range(0, runs.size()).mapToObj(this::bar).collect(Collectors.joining())
                + "</svg>\n";
    }

    private String bar(int at) {
        ScaleRun run = runs.get(at);
        double x = LEFT + WIDTH * (at + 0.5) / runs.size() - BAR / 2.0;
        double top = y(run.millisEach());
        return rectangle(x, top, BAR, TOP + HEIGHT - top, "#0972d3")
                + text(x, top - 6, String.format(Locale.ROOT, "%.2f ms", run.millisEach()))
                + text(x, TOP + HEIGHT + 18, String.format(Locale.ROOT, "%,d at once", run.restores()));
    }

    private double y(double millis) {
        return TOP + HEIGHT - HEIGHT * millis / most;
    }

    private static String rectangle(double x, double y, double width, double height, String colour) {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\" fill-opacity=\"0.8\"/>%n",
                x,
                y,
                width,
                height,
                colour);
    }

    private static String text(double x, double y, String text) {
        return String.format(Locale.ROOT, "<text x=\"%.0f\" y=\"%.0f\" fill=\"#5f6b7a\">%s</text>%n", x, y, text);
    }
}
