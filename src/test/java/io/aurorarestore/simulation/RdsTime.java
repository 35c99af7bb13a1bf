package io.aurorarestore.simulation;

import io.aurorarestore.local.time.ServiceTime;
import io.aurorarestore.port.AuroraControl;
import java.time.Duration;
import java.time.Instant;

/** Time as RDS takes it: in some worlds half as long, or twice. */
final class RdsTime implements ServiceTime {

    private final SimulatedWorld world;

    RdsTime(SimulatedWorld world) {
        this.world = world;
    }

    @Override
    public Instant now() {
        return world.time.now();
    }

    @Override
    public void after(Duration delay, Runnable action) {
        world.time.after(jittered(delay), () -> {
            action.run();
            if (world.calm) {
                world.calls.changed(now());
            }
            world.changed(AuroraControl.class);
        });
    }

    private Duration jittered(Duration delay) {
        long percent = world.shape.jitter() ? 50 + world.chance.below(150) : 100;
        return delay.multipliedBy(percent).dividedBy(100);
    }
}
