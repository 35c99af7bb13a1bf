package io.aurorarestore.model.aws;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Works out how old the data of snapshots is. RDS dates a copy by when it was copied: what it holds is as old as the
 * snapshot it was copied from, where that is among the seen ones, and at most as young as the copy itself where it is
 * not.
 */
public record SnapshotLineage(List<Snapshot> seen) {

    /** Copies of copies are followed so far: further ones are nobody's habit. */
    private static final int LONGEST = 5;

    /** By the age of their data, as far as it is known; the youngest first. */
    public Stream<Snapshot> youngestFirst(Stream<Snapshot> some) {
        return some.sorted(Comparator.comparing(this::dataOf)
                .thenComparing(Snapshot::createdAt)
                .reversed());
    }

    /** When the data was taken, or the earliest that is known to be no earlier. */
    public Instant dataOf(Snapshot snapshot) {
        return origin(snapshot).createdAt();
    }

    /** Whether that is when its data was taken. */
    public boolean isKnown(Snapshot snapshot) {
        return origin(snapshot).copiedFrom().isEmpty();
    }

    /** The ARN of the snapshot that would have to be seen to know more. */
    public Optional<String> missing(Snapshot snapshot) {
        return origin(snapshot).copiedFrom();
    }

    private Snapshot origin(Snapshot snapshot) {
        Snapshot origin = snapshot;
        for (int step = 0; step < LONGEST; step++) {
            Optional<Snapshot> source = origin.copiedFrom().flatMap(this::seen);
            if (source.isEmpty()) {
                return origin;
            }
            origin = source.get();
        }
        return origin;
    }

    private Optional<Snapshot> seen(String arn) {
        return seen.stream().filter(one -> one.arn().equals(arn)).findFirst();
    }
}
