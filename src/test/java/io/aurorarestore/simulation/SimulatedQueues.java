package io.aurorarestore.simulation;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.DatabaseJob;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The two queues, and what the ports put into them. */
final class SimulatedQueues {

    private static final Duration LATE = Duration.ofMinutes(6);
    private static final Duration MUCH_LATER = Duration.ofMinutes(90);

    private final SimulatedWorld world;
    private final SimulatedQueue jobs;
    private final List<InFlightMessage> deadLetters = new ArrayList<>();
    final SimulatedQueue inbox;
    boolean jobsAreLost;

    SimulatedQueues(SimulatedWorld world) {
        this.world = world;
        this.inbox = new SimulatedQueue("inbox", world, deadLetters::add);
        this.jobs = new SimulatedQueue("database", world, this::dead);
    }

    /** To the inbox, at once. */
    void send(InFlightMessage message) {
        inbox.send(message, Duration.ZERO);
    }

    Uni<Void> wake(RestoreId id, long chain, Duration delay) {
        return sent(() -> {
            if (!world.trouble.loses(world.shape.messages().wakeUpLost())) {
                inbox.send(new InFlightMessage.WokenUp(id, chain), delay);
            }
        });
    }

    Uni<Void> tell(DatabaseJob job) {
        return sent(() -> {
            InFlightMessage message = new InFlightMessage.Reported(job);
            inbox.send(message, slow());
            if (world.strikes(DisturbanceKind.LATE_REPORTS)) {
                world.time.after(world.others.upTo(MUCH_LATER), () -> send(message));
            }
        });
    }

    Uni<Void> accepted(DatabaseJob job) {
        return sent(() -> {
            if (!jobsAreLost) {
                jobs.send(
                        new InFlightMessage.Job(job),
                        slow().plus(world.shape.messages().job()));
            }
        });
    }

    private Duration slow() {
        return world.strikes(DisturbanceKind.LATE_REPORTS) ? world.others.upTo(LATE) : Duration.ZERO;
    }

    private void dead(InFlightMessage job) {
        send(new InFlightMessage.Dead(((InFlightMessage.Job) job).job()));
    }

    /** All that came to the inbox too often comes once more. */
    int redrive() {
        List<InFlightMessage> all = List.copyOf(deadLetters);
        deadLetters.clear();
        all.forEach(this::send);
        return all.size();
    }

    private static Uni<Void> sent(Runnable sending) {
        return Uni.createFrom().voidItem().invoke(sending);
    }
}
