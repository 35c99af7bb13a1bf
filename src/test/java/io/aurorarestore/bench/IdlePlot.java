package io.aurorarestore.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws how long restores were left lying, each curve from the shortest to the longest, as SVG. */
final class IdlePlot {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;
    private static final int LEFT = 40;
    private static final int TOP = 10;
    private static final int STEP = 30;
    private static final List<String> COLOURS = List.of("#0972d3", "#d13212", "#8d6605");

    private final double most;

    private IdlePlot(double most) {
        this.most = most;
    }

    static String of(Map<String, List<Duration>> curves) {
        double most = curves.values().stream()
                .flatMap(List::stream)
                .mapToLong(Duration::toSeconds)
                .max()
                .orElseThrow();
        return new IdlePlot(most).draw(curves);
    }

    private String draw(Map<String, List<Duration>> curves) {
        List<String> names = List.copyOf(curves.keySet());
        String lines = IntStream.range(0, names.size())
                .mapToObj(at -> curve(names.get(at), curves.get(names.get(at)), at))
                .collect(Collectors.joining());
        String grid = IntStream.rangeClosed(0, (int) most / STEP)
                .mapToObj(line -> text(4, y(line * STEP) + 4, line * STEP + " s", "#5f6b7a"))
                .collect(Collectors.joining());
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + (WIDTH + 2 * LEFT) + " "
                + (HEIGHT + 2 * TOP) + "\" font-family=\"sans-serif\" font-size=\"12\">\n" + grid + lines + "</svg>\n";
    }

    private String curve(String name, List<Duration> idle, int at) {
        List<Duration> sorted = idle.stream().sorted().toList();
        String points = IntStream.range(0, sorted.size())
                .mapToObj(number -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        LEFT + WIDTH * number / (double) sorted.size(),
                        y(sorted.get(number).toMillis() / 1000.0)))
                .collect(Collectors.joining(" "));
        String colour = COLOURS.get(at % COLOURS.size());
        return "<polyline fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\" points=\"" + points + "\"/>\n"
                + text(LEFT + 8, TOP + 14.0 + 16 * at, name, colour);
    }

    private double y(double seconds) {
        return TOP + HEIGHT - HEIGHT * seconds / most;
    }

    private static String text(double x, double y, String text, String colour) {
        return String.format(Locale.ROOT, "<text x=\"%.0f\" y=\"%.0f\" fill=\"%s\">%s</text>%n", x, y, colour, text);
    }
}
