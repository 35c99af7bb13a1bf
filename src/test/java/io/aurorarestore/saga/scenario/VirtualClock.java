package io.aurorarestore.saga.scenario;

import io.aurorarestore.local.time.VirtualTimeline;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The engine's clock on simulated time. */
final class VirtualClock extends Clock {

    private final VirtualTimeline time;

    VirtualClock(VirtualTimeline time) {
        this.time = time;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return time.now();
    }
}
