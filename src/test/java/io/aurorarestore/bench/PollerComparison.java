package io.aurorarestore.bench;

import io.aurorarestore.local.rds.RdsDurations;
import io.aurorarestore.local.rds.RdsOptions;
import io.aurorarestore.simulation.Scenario;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How long what is ready is left lying, by this service and by pollers, in the same restores: each operation of RDS takes
 * between 0.8 and 1.25 of its usual time, and an event comes a second after what it tells of.
 */
record PollerComparison(List<Duration> ours, List<Duration> every30Seconds, List<Duration> every60Seconds) {

    static final int RESTORES = 200;
    private static final long SEED = 20261130;
    private static final double LEAST = 0.8;
    private static final double MOST = 1.25;
    private static final Duration EVENT = Duration.ofSeconds(1);
    private static final String SOURCE = "arn:aws:rds:us-west-2:123456789012:cluster-snapshot:orders-prod-2026-11-20";

    static PollerComparison measured() {
        return new PollerComparison(
                each(PollerComparison::ours),
                each(options -> polled(options, Duration.ofSeconds(30))),
                each(options -> polled(options, Duration.ofSeconds(60))));
    }

    private static List<Duration> each(Function<RdsOptions, Duration> restore) {
        Random random = new Random(SEED);
        return IntStream.range(0, RESTORES)
                .mapToObj(number -> restore.apply(RdsOptions.defaults().withDurations(spread(random))))
                .toList();
    }

    private static Duration ours(RdsOptions options) {
        return Counts.fresh(Scenario.givenEventsAfter(EVENT, options)).idle();
    }

    private static Duration polled(RdsOptions options, Duration every) {
        return new Poller(Scenario.givenEventsAfter(EVENT, options), every).idle(SOURCE);
    }

    private static RdsDurations spread(Random random) {
        RdsDurations usual = RdsDurations.defaults();
        return new RdsDurations(
                spread(usual.snapshot(), random),
                spread(usual.copyWithinRegion(), random),
                spread(usual.copyAcrossRegions(), random),
                spread(usual.restore(), random),
                spread(usual.createInstance(), random),
                spread(usual.resetPassword(), random),
                spread(usual.rename(), random),
                spread(usual.modifyInstance(), random),
                spread(usual.reboot(), random),
                spread(usual.deleteInstance(), random),
                spread(usual.deleteCluster(), random),
                spread(usual.stop(), random),
                spread(usual.start(), random));
    }

    private static Duration spread(Duration usual, Random random) {
        return Duration.ofMillis((long) (usual.toMillis() * random.nextDouble(LEAST, MOST)));
    }

    Map<String, Number> byName() {
        Map<String, Number> all = new LinkedHashMap<>();
        all.put("idleSecondsSpread", rounded(mean(ours)));
        all.put("idleSecondsPoll30", rounded(mean(every30Seconds)));
        all.put("idleSecondsPoll60", rounded(mean(every60Seconds)));
        all.put("idleRatio30s", rounded(mean(ours) / mean(every30Seconds)));
        all.put("idleRatio60s", rounded(mean(ours) / mean(every60Seconds)));
        return all;
    }

    private static double mean(List<Duration> some) {
        return some.stream().mapToLong(Duration::toMillis).average().orElseThrow() / 1000;
    }

    private static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
