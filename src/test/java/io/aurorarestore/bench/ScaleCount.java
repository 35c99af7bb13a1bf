package io.aurorarestore.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a restore costs beside thousands of others: {@code ./mvnw -Pbench} adds it to {@code target/bench.json}. */
class ScaleCount {

    private static final int WARM_UP = 1_000;
    private static final int FEW = 10;
    private static final int MANY = 10_000;

    /** How often each number is measured: what takes milliseconds is measured until it takes seconds. */
    private static final Map<Integer, Integer> TIMES = Map.of(FEW, 30, 100, 3, 1_000, 1, MANY, 1);

    @Test
    void a_restore_asks_as_much_of_aws_beside_thousands_as_beside_nine() throws IOException {
        ScaleRun.of(WARM_UP);
        List<ScaleRun> runs =
                TIMES.keySet().stream().sorted().map(ScaleCount::measured).toList();
        Scale scale = new Scale(runs);
        BenchFiles.write(scale.byName());
        BenchFiles.write("bench-scale.md", scale.page());
        BenchFiles.write("bench-scale.svg", ScalePlot.of(runs));

        ScaleRun few = runs.get(0);
        assertThat(runs).allSatisfy(run -> {
            assertThat(run.first()).isEqualTo(few.first());
            assertThat(run.callsEach()).isBetween(few.callsEach() - 1, few.callsEach() + 1);
        });
    }

    private static ScaleRun measured(int restores) {
        return IntStream.range(0, TIMES.get(restores))
                .mapToObj(time -> ScaleRun.of(restores))
                .reduce(ScaleRun::plus)
                .orElseThrow();
    }
}
