package io.aurorarestore.simulation;

import io.aurorarestore.local.time.VirtualTimeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The engine's clock on simulated time, which may be a little off. */
final class VirtualClock extends Clock {

    private final VirtualTimeline time;
    private final Duration skew;

    VirtualClock(VirtualTimeline time, Duration skew) {
        this.time = time;
        this.skew = skew;
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
        return time.now().plus(skew);
    }
}
