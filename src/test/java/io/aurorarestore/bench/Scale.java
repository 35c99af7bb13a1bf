package io.aurorarestore.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a restore costs by how many there are at once, the fewest first. */
record Scale(List<ScaleRun> runs) {

    Map<String, Number> byName() {
        Map<String, Number> all = new LinkedHashMap<>();
        all.put("scaleSpread", Math.round(spread() * 100) / 100.0);
        runs.forEach(run -> all.put("callsOf" + run.restores() + "AtOnce", Math.round(run.callsEach() * 10) / 10.0));
        return all;
    }

    /** The share by which the processor's time of a restore differs most from the mean of all runs. */
    private double spread() {
        double mean = mean(runs);
        return runs.stream()
                .mapToDouble(run -> Math.abs(run.millisEach() - mean) / mean)
                .max()
                .orElseThrow();
    }

    static double mean(List<ScaleRun> runs) {
        return runs.stream().mapToDouble(ScaleRun::millisEach).average().orElseThrow();
    }

    /** For people. */
    String page() {
        return "# Restores at once\n\nOf one restore, the simulated services included; the spread of the processor's time is "
                + byName().get("scaleSpread") + ".\n\n"
                + "| at once | CPU, ms | calls | memory asked for, KB | memory kept, KB |\n|---|---|---|---|---|\n"
                + runs.stream().map(Scale::row).collect(Collectors.joining())
                + "\n![milliseconds of a restore by how many there are at once](bench-scale.svg)\n";
    }

    private static String row(ScaleRun run) {
        return String.format(
                Locale.ROOT,
                "| %,d | %.2f | %.1f | %.0f | %.0f |%n",
                run.restores(),
                run.millisEach(),
                run.callsEach(),
                run.allocatedKbEach(),
                run.keptKbEach());
    }
}
