package io.aurorarestore.local.time;

import java.time.Duration;
import java.time.Instant;

/**
 * Time as the simulated services see it: real and sped up in the local AWS, virtual in the scenario tests.
 *
 * <p>Delays are given in AWS's own durations (a restore takes minutes); an implementation may let them pass faster.
 * {@link #now()} is what goes on the wire.
 */
public interface ServiceTime {

    Instant now();

    void after(Duration delay, Runnable action);
}
