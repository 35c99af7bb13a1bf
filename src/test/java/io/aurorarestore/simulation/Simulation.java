package io.aurorarestore.simulation;

import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

/** Many worlds, each from a seed of its own, so that one of them can be had again alone. */
final class Simulation {

    private Simulation() {}

    /** The first broken rule, with what led to it and the line that shows it again. */
    static Optional<String> run(long seed, int worlds, EngineFlaw flaw) {
        return run(seed, worlds, flaw, DisturbanceKind.on());
    }

    static Optional<String> run(long seed, int worlds, EngineFlaw flaw, Set<DisturbanceKind> kinds) {
        AtomicReference<Optional<String>> broken =
                new AtomicReference<>(world(seed, flaw, kinds)); // alone, since threads would race to set Mutiny up
        // A stream that has found one goes on elsewhere to the end of what it has split off.
        seeds(seed, worlds)
                .skip(1)
                .parallel()
                .filter(one -> broken.get().isEmpty())
                .forEach(one -> world(one, flaw, kinds).ifPresent(rule -> broken.set(Optional.of(rule))));
        return broken.get();
    }

    /** The first is the seed itself. */
    static LongStream seeds(long seed, int worlds) {
        SplittableRandom random = new SplittableRandom(seed);
        return LongStream.of(LongStream.iterate(seed, last -> random.nextLong())
                .limit(worlds)
                .toArray());
    }

    static Optional<String> world(long seed, EngineFlaw flaw) {
        return world(seed, flaw, DisturbanceKind.on());
    }

    static Optional<String> world(long seed, EngineFlaw flaw, Set<DisturbanceKind> kinds) {
        SimulatedWorld world = new SimulatedWorld(seed, flaw, kinds);
        return verdict(world).map(rule -> """
                broken: %s
                in a world of %s
                the last that happened:
                %s
                see it again: ./mvnw -Psimulate -Dworlds=1 -Dseed=%s
                """.formatted(rule, world.shape, world.trace, Long.toUnsignedString(seed)));
    }

    private static Optional<String> verdict(SimulatedWorld world) {
        try {
            return world.run();
        } catch (RuntimeException e) {
            return Optional.of("an unexpected " + e + " at " + java.util.Arrays.toString(e.getStackTrace()));
        }
    }
}
