package io.aurorarestore.simulation;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.request.AcceptedRequest;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.restore.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What must be true of everything that is written down. */
final class CommitRules {

    private static final Set<StepName> JOBS =
            Set.of(StepName.PREFLIGHT, StepName.CONFIGURE_DATABASE, StepName.VERIFY_RESTORE, StepName.VERIFY_ENDPOINT);

    /** Longer than any answer is old, and than reads of it are refused in a row. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private final SimulatedWorld world;

    /** Since when a job of an attempt at a step, whichever, is known to be done. */
    private final Map<DatabaseJob, Instant> doneSince = new HashMap<>();

    CommitRules(SimulatedWorld world) {
        this.world = world;
    }

    void opened(Restore restore) {
        must(
                world.profile.hasJustSaid(restore.settings().database().first().scripts()),
                restore,
                "is opened with scripts that no profile has");
    }

    void committed(Transition transition) {
        Restore before = transition.before();
        Restore after = transition.after();
        must(isTheSame(before.accepted(), after.accepted()), after, "is asked for something else than before");
        must(
                !passes(before, after) || hasDone(before),
                after,
                "goes on from " + before.step() + ", and that job was never done");
        must(
                !passesVerification(before, after) || hasVerifiedToo(before),
                after,
                "goes on from " + before.step() + ", and the data was never verified");
        must(!givesUp(before, after) || !isLongDone(before), after, "gives up on work that was done long ago");
        notes(before);
        reasons(after);
    }

    /** What passes, and what is to be expected, is no reason for a bad end. */
    private void reasons(Restore restore) {
        Stream.concat(restore.outcome().failure().stream(), restore.outcome().trouble().stream())
                .forEach(failure -> {
                    must(!isPassing(failure), restore, "gives up for what passes: " + failure.description());
                    must(!isExpected(failure), restore, "gives up for a reader: " + failure.description());
                });
        restore.outcome()
                .warnings()
                .forEach(
                        description -> must(!isAboutReader(description), restore, "warns of a reader: " + description));
    }

    private boolean isPassing(Failure failure) {
        return world.shape.has(DisturbanceKind.PASSING_STATES_PASS)
                && failure.code() == FailureCode.TARGET_UNSUITABLE
                && ClusterActs.PASSING.stream()
                        .anyMatch(state -> failure.message().contains("is " + state));
    }

    /** That it lacks the mark, as all of the target's instances must have it, is the pre-flight's to say. */
    private boolean isExpected(Failure failure) {
        return failure.code() != FailureCode.TARGET_PROTECTED && isAboutReader(failure.message());
    }

    private boolean isAboutReader(String description) {
        String reasons = description.replace("--db-instance-identifier " + ClusterActs.SCALED, "");
        if (reasons.startsWith("Application Auto Scaling made ")) {
            return false;
        }
        return world.shape.has(DisturbanceKind.SCALED_READERS_ARE_EXPECTED) && reasons.contains(ClusterActs.SCALED);
    }

    private static boolean isTheSame(AcceptedRequest before, AcceptedRequest after) {
        return before.request().equals(after.request()) && before.settings().equals(after.settings());
    }

    /** Forward, from a step that waits for the database function. */
    private static boolean passes(Restore before, Restore after) {
        return JOBS.contains(before.step())
                && before.status() == Status.RUNNING
                && after.status() == Status.RUNNING
                && after.step() != before.step();
    }

    /** The step that verifies was left in the same commit in which it was entered. */
    private static boolean passesVerification(Restore before, Restore after) {
        return passes(before, after)
                && before.step() == StepName.CONFIGURE_DATABASE
                && after.step() != StepName.VERIFY_RESTORE;
    }

    /** By the same job, and nobody else was to do anything in between. */
    private boolean hasVerifiedToo(Restore before) {
        return !before.hasHookBefore(StepName.VERIFY_RESTORE)
                && result(before).flatMap(JobReport::verified).isPresent();
    }

    private void notes(Restore before) {
        if (JOBS.contains(before.step()) && before.status() == Status.RUNNING && hasDone(before)) {
            doneSince.putIfAbsent(anyOf(before), world.time.now());
        }
    }

    private boolean isLongDone(Restore before) {
        return doneSince
                .getOrDefault(anyOf(before), Instant.MAX)
                .isBefore(world.time.now().minus(LONG));
    }

    private static DatabaseJob anyOf(Restore restore) {
        return new DatabaseJob(restore.id(), restore.step(), restore.progress().attempt(), 0);
    }

    /** For want of a result from the database function; the pre-flight waits for more than that. */
    private static boolean givesUp(Restore before, Restore after) {
        return JOBS.contains(before.step())
                && before.step() != StepName.PREFLIGHT
                && before.status() == Status.RUNNING
                && after.status() != Status.RUNNING
                && after.outcome()
                        .failure()
                        .filter(failure -> failure.code() == FailureCode.TIMED_OUT)
                        .isPresent();
    }

    private boolean hasDone(Restore before) {
        return result(before)
                .filter(report -> report.outcome() == JobReport.Outcome.DONE)
                .isPresent();
    }

    private Optional<JobReport> result(Restore before) {
        return world.results.of(DatabaseJob.of(before)).await().indefinitely();
    }

    static boolean mustHold(Restore restore) {
        return restore.status() == Status.FAILED
                ? !restore.outcome().abandoned()
                : !restore.status().terminal();
    }

    private void must(boolean holds, Restore restore, String otherwise) {
        world.referee.must(
                holds,
                () -> "restore " + restore.id() + " (" + restore.status() + ", " + restore.step() + ") " + otherwise);
    }
}
