package io.aurorarestore.simulation;

import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Once the faults have stopped, everything has to come to its end, and soon. An operator looks after what has failed,
 * once; then there is time for whatever may still be on its way.
 */
final class Ending {

    /** What the slowest step may wait, there and back. */
    private static final Duration BOUND = Duration.ofHours(20);

    private static final Duration LOOKS = Duration.ofMinutes(10);
    private static final int STILL = 3;

    private final SimulatedWorld world;
    private final Set<RestoreId> resumed = new HashSet<>();
    private int still;

    Ending(SimulatedWorld world) {
        this.world = world;
        world.time.after(world.shape.trouble().plus(LOOKS), this::look);
    }

    boolean reached() {
        return still >= STILL;
    }

    private void look() {
        Instant bound = world.trouble.ends().plus(BOUND);
        boolean over = world.restores.all().stream().allMatch(Restore::settled);
        world.referee.must(over || world.time.now().isBefore(bound), () -> "not over after " + BOUND + ": " + open());
        still = over && !resumes() ? still + 1 : 0;
        world.time.after(LOOKS, this::look);
    }

    private boolean resumes() {
        boolean any = false;
        for (Restore restore : world.restores.all()) {
            if (restore.status() == Status.FAILED && !restore.outcome().abandoned() && resumed.add(restore.id())) {
                world.mail.send(new InFlightMessage.Operated(
                        OperatorActions.Operation.RESUME, restore.id(), world.number("resume ")));
                any = true;
            }
        }
        return any;
    }

    private String open() {
        return world.restores.all().stream()
                .filter(one -> !one.settled())
                .map(one -> one.id() + " " + one.status() + " " + one.step() + " "
                        + one.progress().waitingFor())
                .toList()
                .toString();
    }
}
