package io.aurorarestore.lambda.report;

import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Objectives;
import java.time.Duration;
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
        return count(Objectives::rto, one -> one.recovery().rtoMet());
    }

    Count rpo() {
        return count(Objectives::rpo, one -> one.recovery().rpoMet());
    }

    private Count count(
            Function<Objectives, Optional<Duration>> objective, Function<Rehearsal, Optional<Boolean>> met) {
        boolean asked = rehearsals.stream()
                .map(one -> objective.apply(one.recovery().objectives()))
                .anyMatch(Optional::isPresent);
        List<Boolean> measured =
                succeeded().stream().map(met).flatMap(Optional::stream).toList();
        return new Count(asked, measured.stream().filter(reached -> reached).count(), measured.size());
    }

    /**
     * So many of so many.
     *
     * @param asked whether one of the restores has such an objective, measured or not
     */
    record Count(boolean asked, long met, long measured) {}
}
