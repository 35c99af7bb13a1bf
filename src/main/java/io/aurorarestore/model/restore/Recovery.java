package io.aurorarestore.model.restore;

import io.aurorarestore.model.settings.Objectives;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a restore achieved, beside what its profile asks for.
 *
 * @param took from its request to its end, if it succeeded
 * @param dataAge how old the data was when the restore was asked for, as far as that is known
 */
public record Recovery(Optional<Duration> took, Optional<Duration> dataAge, Objectives objectives) {

    /** A retirement brings nothing back. */
    public static Recovery of(Restore restore) {
        return restore.retires()
                ? new Recovery(Optional.empty(), Optional.empty(), Objectives.NONE)
                : new Recovery(
                        took(restore),
                        restore.outputs()
                                .dataTime()
                                .map(data -> between(data, restore.accepted().openedAt())),
                        restore.settings().objectives());
    }

    private static Optional<Duration> took(Restore restore) {
        return restore.progress()
                .times()
                .ended()
                .filter(end -> restore.status() == Status.SUCCEEDED)
                .map(end -> between(restore.accepted().openedAt(), end));
    }

    /** A clone has the data of when it is made. */
    private static Duration between(Instant from, Instant to) {
        return Duration.ofSeconds(Math.max(0, Duration.between(from, to).toSeconds()));
    }

    /** Whether it took no longer than it may; empty where nobody asks, or it did not succeed. */
    public Optional<Boolean> rtoMet() {
        return met(took, objectives.rto());
    }

    /** Whether the data was no older than it may be; empty where nobody asks, or knows. */
    public Optional<Boolean> rpoMet() {
        return met(dataAge, objectives.rpo());
    }

    private static Optional<Boolean> met(Optional<Duration> achieved, Optional<Duration> most) {
        return achieved.flatMap(time -> most.map(allowed -> time.compareTo(allowed) <= 0));
    }

    /** In words, what was not reached. */
    public List<String> missed() {
        return Stream.of(
                        missed(rtoMet(), "RTO missed: the restore took " + said(took), objectives.rto()),
                        missed(
                                rpoMet(),
                                "RPO missed: the data is older than its request by " + said(dataAge),
                                objectives.rpo()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> missed(Optional<Boolean> met, String what, Optional<Duration> objective) {
        return met.filter(reached -> !reached)
                .map(not -> what + ", and the profile's objective is " + said(objective) + ".");
    }

    private static String said(Optional<Duration> time) {
        return time.map(Duration::toString).orElse("");
    }
}
