package io.aurorarestore.lambda.report;

import io.aurorarestore.model.restore.Restore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the last restores of a target prove, the newest first. */
record RehearsalReport(String target, List<Rehearsal> rehearsals) {

    static RehearsalReport of(String target, List<Restore> restores) {
        return new RehearsalReport(target, restores.stream().map(Rehearsal::of).toList());
    }

    List<Rehearsal> succeeded() {
        return rehearsals.stream().filter(Rehearsal::succeeded).toList();
    }

    /** Of those that succeeded and are measured, how many reached it. */
    Count rto() {
        return count(one -> one.recovery().rtoMet());
    }

    Count rpo() {
        return count(one -> one.recovery().rpoMet());
    }

    private Count count(Function<Rehearsal, Optional<Boolean>> met) {
        List<Boolean> measured =
                succeeded().stream().map(met).flatMap(Optional::stream).toList();
        return new Count(measured.stream().filter(reached -> reached).count(), measured.size());
    }

    /** So many of so many. */
    record Count(long met, long measured) {}
}
