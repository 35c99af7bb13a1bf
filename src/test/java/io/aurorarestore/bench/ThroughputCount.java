package io.aurorarestore.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.adapter.dynamodb.LocalStore;
import io.aurorarestore.lambda.ForeignEvents;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How many events that concern no restore one process takes in, beside how many items the same client reads from the same
 * DynamoDB Local in the same time, as many side by side as a batch has messages.
 */
class ThroughputCount {

    private static final int BATCH = 10;
    private static final int BATCHES = 100;
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 150;

    @Test
    void a_batch_of_foreign_events_takes_one_read() throws IOException {
        try (LocalStore store = new LocalStore()) {
            store.rewriteEarlierItems();
            ForeignEvents events = new ForeignEvents(store.restores());
            warmUp(store, events);
            store.forgetCalls();

            double[] ratios = IntStream.range(0, ROUNDS)
                    .mapToDouble(round -> nanos(() -> store.readItems(BATCH)) / nanos(() -> events.takeIn(BATCH)))
                    .sorted()
                    .toArray();

            BenchFiles.write(Map.of("throughputRatio", Math.round(ratios[ROUNDS / 2] * 100) / 100.0));
            assertThat(store.calls()).as(Arrays.toString(ratios)).isEqualTo(Map.of("batchGetItem", ROUNDS * BATCHES));
        }
    }

    private static void warmUp(LocalStore store, ForeignEvents events) {
        for (int count = 0; count < WARM_UP; count++) {
            store.readItems(BATCH);
            events.takeIn(BATCH);
        }
    }

    private static double nanos(Runnable batch) {
        long begun = System.nanoTime();
        for (int count = 0; count < BATCHES; count++) {
            batch.run();
        }
        return System.nanoTime() - begun;
    }
}
