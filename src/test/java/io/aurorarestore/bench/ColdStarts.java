package io.aurorarestore.bench;

import io.aurorarestore.bench.PackagedFunction.ColdStart;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Cold starts of functions, one after the other in turn, so that a machine that becomes slower does so for all.
 *
 * @param rounds by function, one start a round
 */
record ColdStarts(Map<String, List<ColdStart>> rounds) {

    private static final int ROUNDS = 7;

    static ColdStarts of(Map<String, PackagedFunction> functions) throws IOException, InterruptedException {
        Map<String, List<ColdStart>> rounds = new LinkedHashMap<>();
        functions.keySet().forEach(name -> rounds.put(name, new ArrayList<>()));
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, PackagedFunction> one : functions.entrySet()) {
                rounds.get(one.getKey()).add(one.getValue().coldStart());
            }
        }
        return new ColdStarts(rounds);
    }

    /** How long the one takes for each second of the other: the median of all rounds. */
    double ratio(String one, String other) {
        double ratio = IntStream.range(0, ROUNDS)
                .mapToDouble(round -> taken(one, round) / taken(other, round))
                .sorted()
                .skip(ROUNDS / 2)
                .findFirst()
                .orElseThrow();
        return Math.round(ratio * 100) / 100.0;
    }

    private double taken(String function, int round) {
        return rounds.get(function).get(round).taken().toNanos();
    }

    /**
     * For people.
     *
     * @param what was started
     */
    String page(String what) {
        String rows = rounds.entrySet().stream()
                .map(one -> "| " + one.getKey() + " | " + median(one.getValue(), ColdStart::taken) + " | "
                        + median(one.getValue(), ColdStart::processors) + " |\n")
                .collect(Collectors.joining());
        return "# Cold starts of " + what + "\n\nFrom the start of the process to its first answer: medians, in "
                + "milliseconds.\n\n| function | taken | processors' time |\n|---|---|---|\n" + rows;
    }

    private static long median(List<ColdStart> starts, Function<ColdStart, Duration> time) {
        return starts.stream()
                .map(time)
                .sorted()
                .skip(ROUNDS / 2)
                .findFirst()
                .orElseThrow()
                .toMillis();
    }
}
