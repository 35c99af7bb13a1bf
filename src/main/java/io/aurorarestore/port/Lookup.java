package io.aurorarestore.port;

import io.aurorarestore.model.Names;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.DatabaseJob;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wanted of the store because of messages that came together: whom ARNs concern, restores, and the results of jobs.
 * Nothing is believed by it: it says only what to read in one call.
 */
public record Lookup(Set<String> arns, Set<RestoreId> restores, Set<DatabaseJob> jobs) {

    public static final Lookup NOTHING = new Lookup(Set.of(), Set.of(), Set.of());

    /** Of an event about these ARNs: likely concerned is the restore that a name is derived from. */
    public static Lookup ofEvent(Collection<String> arns) {
        Set<RestoreId> likely = arns.stream()
                .map(arn -> Names.restoreOf(arn.substring(arn.lastIndexOf(':') + 1)))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new Lookup(Set.copyOf(arns), likely, Set.of());
    }

    public static Lookup of(RestoreId restore) {
        return new Lookup(Set.of(), Set.of(restore), Set.of());
    }

    /** Of a job that something came of, in whichever of its runs. */
    public static Lookup of(DatabaseJob job) {
        return new Lookup(Set.of(), Set.of(job.restore()), Set.of(job.firstOfAttempt()));
    }

    public Lookup and(Lookup other) {
        return new Lookup(both(arns, other.arns), both(restores, other.restores), both(jobs, other.jobs));
    }

    private static <T> Set<T> both(Set<T> some, Set<T> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    public boolean isEmpty() {
        return equals(NOTHING);
    }
}
