package io.aurorarestore.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A queue as SQS keeps it, and the function behind it. A message is hidden while it is worked on, comes again unless it
 * is deleted, and after five times goes to the dead letters. A batch is deleted when all of it was answered for.
 */
final class SimulatedQueue {

    private static final Duration VISIBILITY = Duration.ofMinutes(6);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration LATENCY = Duration.ofMillis(900);
    private static final int MOST_RECEIVES = 5;
    private static final int BATCH = 4;

    private static final class Queued {
        private final InFlightMessage message;
        private int receives;
        private boolean deleted;

        Queued(InFlightMessage message) {
            this.message = message;
        }
    }

    private final String name;
    private final SimulatedWorld world;
    private final Consumer<InFlightMessage> deadLetters;
    final WakeUpsInFlight wakeUps = new WakeUpsInFlight();
    private final List<Queued> ready = new ArrayList<>();

    SimulatedQueue(String name, SimulatedWorld world, Consumer<InFlightMessage> deadLetters) {
        this.name = name;
        this.world = world;
        this.deadLetters = deadLetters;
    }

    void send(InFlightMessage message, Duration delay) {
        world.mustNotTell(message);
        Duration atMost = delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
        for (int copy = 0; copy < world.shape.messages().copies(); copy++) {
            enqueue(new Queued(message), atMost.isNegative() ? Duration.ZERO : atMost);
        }
        if (world.trouble.strikes(world.shape.messages().again())) {
            enqueue(new Queued(message), atMost.plus(world.chance.upTo(Duration.ofMinutes(2))));
        }
    }

    private void enqueue(Queued queued, Duration delay) {
        wakeUps.sent(queued.message);
        world.time.after(delay.plus(world.chance.upTo(LATENCY)), () -> {
            wakeUps.came(queued.message);
            ready.add(queued);
            world.time.after(world.outage().plus(world.chance.upTo(LATENCY)), this::dispatch);
        });
    }

    private void dispatch() {
        List<Queued> batch = new ArrayList<>();
        int size = 1 + world.chance.below(BATCH);
        while (!ready.isEmpty() && batch.size() < size) {
            take(ready.remove(world.chance.below(ready.size())), batch);
        }
        if (!batch.isEmpty()) {
            receive(batch);
        }
        if (!ready.isEmpty()) {
            dispatch();
        }
    }

    private void take(Queued queued, List<Queued> batch) {
        if (world.trouble.loses(world.shape.messages().dead())) {
            bury(queued);
        } else {
            batch.add(queued);
        }
    }

    private void receive(List<Queued> batch) {
        world.calls.invoked();
        SimulatedExecution process = world.process(name, TIMEOUT);
        world.time.after(TIMEOUT, () -> outOfTime(batch, process));
        world.time.after(
                VISIBILITY, () -> batch.stream().filter(one -> !one.deleted).forEach(this::again));
        List<Queued> answered = new ArrayList<>();
        List<Queued> good = new ArrayList<>();
        for (Queued one : batch) {
            one.receives++;
            world.note(() -> process + " receives " + CallText.of(one.message));
            new Engine(world, process, one.message)
                    .work(one.message)
                    .subscribe()
                    .with(
                            done -> {
                                good.add(one);
                                answered(process, batch, answered, good, one);
                            },
                            failure -> {
                                world.failed(one.message, failure);
                                answered(process, batch, answered, good, one);
                            });
        }
    }

    /** What it was about to send is lost, until its messages come again. */
    private void outOfTime(List<Queued> batch, SimulatedExecution process) {
        if (batch.stream().anyMatch(one -> !one.deleted)) {
            world.trouble.lost();
        }
        process.end();
    }

    private static void answered(
            SimulatedExecution process, List<Queued> batch, List<Queued> answered, List<Queued> good, Queued one) {
        answered.add(one);
        if (answered.size() == batch.size()) {
            good.forEach(done -> done.deleted = true);
            process.end();
        }
    }

    private void again(Queued queued) {
        world.trouble.lost();
        if (queued.receives >= MOST_RECEIVES) {
            bury(queued);
        } else {
            enqueue(queued, Duration.ZERO);
        }
    }

    private void bury(Queued queued) {
        world.note(() -> name + " dead letter " + CallText.of(queued.message));
        deadLetters.accept(queued.message);
    }
}
