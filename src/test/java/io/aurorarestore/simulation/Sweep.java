package io.aurorarestore.simulation;

import io.aurorarestore.engine.Trigger;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Restore;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What {@code SweepHandler} does, every five minutes. Where nothing goes wrong there is nothing for it to find. */
final class Sweep {

    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    /** So long before its end a fault may be the reason that it was not told. */
    private static final Duration TELLING = Duration.ofMinutes(2);
    /** So long a fault may be the reason for what is overdue: three longest pauses, the sweep itself, and what a commit takes. */
    private static final Duration EXCUSED = Duration.ofMinutes(55);

    private final SimulatedWorld world;

    Sweep(SimulatedWorld world) {
        this.world = world;
    }

    void begin() {
        world.time.after(EVERY, () -> {
            if (world.outage().isZero()) {
                sweep();
            }
            begin();
        });
    }

    private void sweep() {
        SimulatedExecution process = world.process("sweep-", TIMEOUT);
        Engine engine = new Engine(world, process, new InFlightMessage.Swept());
        Instant before = world.time.now().minus(GRACE);
        engine.restores()
                .overdue(before, 1000)
                .invoke(overdue -> judge(overdue, before))
                .chain(overdue -> wake(overdue, engine))
                .subscribe()
                .with(done -> process.end(), failure -> world.failed(new InFlightMessage.Swept(), failure));
    }

    private void judge(List<RestoreId> overdue, Instant before) {
        for (RestoreId id : overdue) {
            Restore late = world.kept(id);
            world.referee.must(
                    late.retires()
                            || hasGoneOn(late, before)
                            || (hasLongEnded(late) ? isExcusedEnd(late) : isExcused()),
                    () -> "nothing woke " + CallText.of(late) + " " + id + ", and no fault is to blame");
        }
    }

    /** Since it was found: somebody woke it. */
    private static boolean hasGoneOn(Restore found, Instant before) {
        return found.schedule().wakeAt().filter(before::isAfter).isEmpty();
    }

    /** Not just since it was found overdue. */
    private boolean hasLongEnded(Restore late) {
        return late.status().terminal()
                && world.restores.endedAt(late.id()).isBefore(world.time.now().minus(GRACE));
    }

    private boolean isExcused() {
        return world.trouble.lossSince(world.time.now().minus(EXCUSED));
    }

    /** An end is told by whoever commits it, or by the next to come: only what was lost then is an excuse. */
    private boolean isExcusedEnd(Restore ended) {
        return world.shape.has(DisturbanceKind.TOLD_PROMPTLY)
                ? world.trouble.lossSince(world.restores.endedAt(ended.id()).minus(TELLING))
                : world.trouble.since(world.time.now().minus(EXCUSED));
    }

    private static Uni<Void> wake(List<RestoreId> overdue, Engine engine) {
        Uni<Void> woken = Uni.createFrom().voidItem();
        for (RestoreId id : overdue) {
            woken = woken.chain(() -> engine.wakeUps().send(id, Trigger.ANY_CHAIN, Duration.ZERO));
        }
        return woken;
    }
}
