package io.aurorarestore.simulation;

import io.aurorarestore.engine.Trigger;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.request.RestoreRequest;
import java.time.Duration;

/** Those who ask for restores, through the API or with an event. Who gets no answer asks again, with the same key. */
final class RequestingClients {

    private static final Duration AGAIN = Duration.ofSeconds(40);
    private static final Duration TIMEOUT = Duration.ofSeconds(29);

    private final SimulatedWorld world;

    RequestingClients(SimulatedWorld world) {
        this.world = world;
    }

    void begin() {
        Duration longest = world.shape.trouble().dividedBy(2);
        for (int number = 1; number <= world.shape.restores(); number++) {
            RestoreRequest request = world.wishes.plain();
            String key = "request " + number;
            world.time.after(number == 1 ? Duration.ZERO : world.chance.upTo(longest), () -> ask(request, key));
        }
    }

    private void ask(RestoreRequest request, String key) {
        int times = 1 + world.shape.meddling().requestsAgain();
        for (int time = 0; time < times; time++) {
            world.time.after(world.chance.upTo(AGAIN.multipliedBy(time)), () -> once(request, key));
        }
    }

    private void once(RestoreRequest request, String key) {
        InFlightMessage.Requested message = new InFlightMessage.Requested(request, key);
        if (world.chance.of(0.5)) {
            world.mail.send(message);
        } else {
            call(message);
        }
    }

    void call(InFlightMessage.Requested message) {
        SimulatedExecution process = world.process("api-", TIMEOUT);
        Engine engine = new Engine(world, process, message);
        world.note(() -> process + " is asked for " + CallText.of(message));
        world.time.after(TIMEOUT, () -> {
            if (process.answered().isEmpty()) {
                world.trouble.lost();
                call(message);
            }
        });
        engine.open(message.request(), message.key())
                .call(id -> wake(engine, id))
                .subscribe()
                .with(id -> process.answer("opened " + id), failure -> refused(process, message, failure));
    }

    private static io.smallrye.mutiny.Uni<Void> wake(Engine engine, RestoreId id) {
        return engine.wakeUps()
                .send(id, Trigger.ANY_CHAIN, Duration.ZERO)
                .onFailure()
                .recoverWithNull();
    }

    private void refused(SimulatedExecution process, InFlightMessage message, Throwable failure) {
        if (failure instanceof io.aurorarestore.intake.RequestRejectedException) {
            process.answer(failure.getMessage());
        } else {
            world.failed(message, failure);
        }
    }
}
