package io.aurorarestore.model.restore;

import io.aurorarestore.model.StepName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far a restore is.
 *
 * @param since when the step was entered
 * @param attempt counts the tries of a step, from 1
 * @param run counts the jobs that a try of the step gives to the database function, from 1
 * @param acted when each of the step's commands was last carried out
 * @param waitingFor what the step waits for, in words, empty if for nothing: nothing hangs on them
 * @param waitingSince since when it waits for just that, at every look
 * @param told whether RDS tells by an event when what it waits for is so: nothing hangs on it but a metric
 * @param missed what was not seen at every look for a while, if something was not
 * @param work how far the database function is with its scripts, where it has said so
 * @param unexpected how many wake-ups in a row have ended in an error that nobody expected
 * @param times what it has taken so far
 */
public record Progress(
        Status status,
        StepName step,
        Instant since,
        int attempt,
        int run,
        Map<String, Instant> acted,
        String waitingFor,
        Instant waitingSince,
        boolean told,
        Optional<Missed> missed,
        Optional<ScriptProgress> work,
        int unexpected,
        StepTimes times) {

    /** What is new of a job's progress is told: at most so often. */
    private static final Duration BETWEEN_NEWS = Duration.ofMinutes(1);

    /** Of what was done, the one thing that a step never does again however often it is tried: a person may have undone it. */
    public static final String PROTECTION_LIFTED = "protection-lifted";

    public static Progress begin(StepName first, Instant now) {
        return fresh(Status.RUNNING, first, now, 1, StepTimes.NONE);
    }

    private static Progress fresh(Status status, StepName step, Instant now, int attempt, StepTimes times) {
        return new Progress(
                status, step, now, attempt, 1, Map.of(), "", now, false, Optional.empty(), Optional.empty(), 0, times);
    }

    /** What passes before the same step is entered anew, somebody else's hook, is not the step's. */
    public Progress enter(StepName next, Instant now) {
        return fresh(status, next, now, 1, next == step ? times : timed(now));
    }

    private StepTimes timed(Instant now) {
        return rollingBack() || now.isBefore(since) ? times : times.plus(step, Duration.between(since, now));
    }

    /** The same or another step, from now on in another direction. */
    public Progress turned(Status direction, StepName at, Instant now) {
        return fresh(direction, at, now, 1, times).withActed(at == step ? lasting() : Map.of());
    }

    /** The same step once more, in the same or another direction. */
    public Progress retried(Status direction, Instant now) {
        return fresh(direction, step, now, attempt + 1, times.onceResumed()).withActed(lasting());
    }

    private Map<String, Instant> lasting() {
        return actedAt(PROTECTION_LIFTED)
                .map(when -> Map.of(PROTECTION_LIFTED, when))
                .orElseGet(Map::of);
    }

    private Progress withActed(Map<String, Instant> commands) {
        return with(run, commands);
    }

    public Progress acted(String command, Instant now) {
        Map<String, Instant> all = new HashMap<>(acted);
        all.put(command, now);
        return with(run, Map.copyOf(all));
    }

    /** Looked, and has to wait; what is missing by then was missing since it was first, or is from now on. */
    public Progress waiting(String what, Optional<Missing> missing, Instant now) {
        Instant from = what.equals(waitingFor) ? waitingSince : now;
        Optional<Missed> still =
                missing.map(one -> missed.filter(before -> before.what() == one).orElseGet(() -> new Missed(one, now)));
        return new Progress(
                status, step, since, attempt, run, acted, what, from, false, still, work, unexpected, times);
    }

    /** What it waits for, RDS tells by an event. */
    public Progress toBeTold() {
        return with(run, acted, true, work, unexpected, times);
    }

    /** The job of the database function came to nothing yet: the next one is another. */
    public Progress nextRun(String command) {
        Progress before = notActed(command);
        return before.with(run + 1, before.acted());
    }

    /** As if the command had never been carried out. */
    public Progress notActed(String command) {
        Map<String, Instant> all = new HashMap<>(acted);
        all.remove(command);
        return with(run, Map.copyOf(all));
    }

    /** Noted, unless something was lately. */
    public Progress working(ScriptProgress now) {
        boolean tooSoon = work.filter(noted -> now.at().isBefore(noted.at().plus(BETWEEN_NEWS)))
                .isPresent();
        return tooSoon ? this : with(run, acted, told, Optional.of(now), unexpected, times);
    }

    private Progress with(int runs, Map<String, Instant> commands) {
        return with(runs, commands, told, work, unexpected, times);
    }

    public Progress ended(Status terminal, Instant now) {
        StepTimes all = (terminal == Status.SUCCEEDED ? timed(now) : times).endedAt(now);
        return new Progress(
                terminal,
                step,
                since,
                attempt,
                run,
                acted,
                "",
                waitingSince,
                false,
                Optional.empty(),
                work,
                unexpected,
                all);
    }

    /** Of AWS, of which no audit entry tells yet. */
    Progress untold(Map<String, Integer> calls) {
        return with(run, acted, told, work, unexpected, times.with(calls));
    }

    /** A wake-up ended in an error that nobody expected. */
    public Progress failedUnexpectedly() {
        return with(unexpected + 1);
    }

    public Progress asExpected() {
        return with(0);
    }

    private Progress with(int count) {
        return with(run, acted, told, work, count, times);
    }

    private Progress with(
            int runs,
            Map<String, Instant> commands,
            boolean event,
            Optional<ScriptProgress> scripts,
            int errors,
            StepTimes took) {
        return new Progress(
                status,
                step,
                since,
                attempt,
                runs,
                commands,
                waitingFor,
                waitingSince,
                event,
                missed,
                scripts,
                errors,
                took);
    }

    /** Whether that was missing at every look, for so long. */
    public boolean missedFor(Missing what, Duration longEnough, Instant now) {
        return missed.filter(one -> one.what() == what && one.lasts(longEnough, now))
                .isPresent();
    }

    /** How long ago something was last asked for in the step, or it was entered. */
    public Duration waited(Instant now) {
        Instant asked = acted.values().stream()
                .max(Instant::compareTo)
                .filter(since::isBefore)
                .orElse(since);
        return asked.isAfter(now) ? Duration.ZERO : Duration.between(asked, now);
    }

    public Optional<Instant> actedAt(String command) {
        return Optional.ofNullable(acted.get(command));
    }

    public boolean rollingBack() {
        return status == Status.ROLLING_BACK;
    }
}
