package io.aurorarestore.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Beside a workflow that polls: {@code ./mvnw -Pbench} adds it to {@code target/bench.json}. */
class PollerCount {

    private static final double MOST_OF_30_SECONDS = 0.33;
    private static final double MOST_OF_60_SECONDS = 0.18;

    @Test
    void what_is_ready_lies_less_long_than_with_a_poller() throws IOException {
        PollerComparison measured = PollerComparison.measured();

        Map<String, Number> numbers = measured.byName();
        BenchFiles.write(numbers);
        BenchFiles.write(
                "bench-poller.md",
                "# Beside a poller\n\nMeans of " + PollerComparison.RESTORES + " restores.\n\n"
                        + numbers.entrySet().stream()
                                .map(one -> "| " + one.getKey() + " | " + one.getValue() + " |\n")
                                .collect(Collectors.joining("", "| measure | value |\n|---|---|\n", ""))
                        + "\n![idle seconds of each restore, sorted](bench-idle.svg)\n");
        Map<String, List<Duration>> curves = new LinkedHashMap<>();
        curves.put("this service", measured.ours());
        curves.put("a poller, every 30 s", measured.every30Seconds());
        curves.put("a poller, every 60 s", measured.every60Seconds());
        BenchFiles.write("bench-idle.svg", IdlePlot.of(curves));

        assertThat(numbers.get("idleRatio30s").doubleValue()).isLessThanOrEqualTo(MOST_OF_30_SECONDS);
        assertThat(numbers.get("idleRatio60s").doubleValue()).isLessThanOrEqualTo(MOST_OF_60_SECONDS);
    }
}
