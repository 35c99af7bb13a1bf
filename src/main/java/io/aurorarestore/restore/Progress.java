package io.aurorarestore.restore;

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
 * @param checkIns how often the step looked and had to wait since it last acted
 * @param acted when each of the step's commands was last carried out
 * @param waitingFor what the step waits for, in words, empty if for nothing
 * @param waitingSince since when it waits for just that, at every look
 * @param unexpected how many wake-ups in a row have ended in an error that nobody expected
 */
public record Progress(
        Status status,
        StepName step,
        Instant since,
        int attempt,
        int checkIns,
        Map<String, Instant> acted,
        String waitingFor,
        Instant waitingSince,
        int unexpected) {

    public static Progress begin(StepName first, Instant now) {
        return new Progress(Status.RUNNING, first, now, 1, 0, Map.of(), "", now, 0);
    }

    public Progress enter(StepName next, Instant now) {
        return new Progress(status, next, now, 1, 0, Map.of(), "", now, 0);
    }

    /** The same or another step, from now on in another direction. */
    public Progress turned(Status direction, StepName at, Instant now) {
        return new Progress(direction, at, now, 1, 0, Map.of(), "", now, 0);
    }

    /** The same step once more, in the same or another direction. */
    public Progress retried(Status direction, Instant now) {
        return new Progress(direction, step, now, attempt + 1, 0, Map.of(), "", now, 0);
    }

    public Progress acted(String command, Instant now) {
        Map<String, Instant> all = new HashMap<>(acted);
        all.put(command, now);
        return new Progress(status, step, since, attempt, 0, Map.copyOf(all), waitingFor, waitingSince, unexpected);
    }

    public Progress waiting(String what, Instant now) {
        Instant from = what.equals(waitingFor) ? waitingSince : now;
        return new Progress(status, step, since, attempt, checkIns + 1, acted, what, from, unexpected);
    }

    /** Forgets that a command was carried out, so that it is again. */
    public Progress again(String command) {
        Map<String, Instant> all = new HashMap<>(acted);
        all.remove(command);
        return new Progress(
                status, step, since, attempt, checkIns, Map.copyOf(all), waitingFor, waitingSince, unexpected);
    }

    public Progress ended(Status terminal) {
        return new Progress(terminal, step, since, attempt, checkIns, acted, "", waitingSince, unexpected);
    }

    /** A wake-up ended in an error that nobody expected. */
    public Progress failedUnexpectedly() {
        return with(unexpected + 1);
    }

    public Progress asExpected() {
        return with(0);
    }

    private Progress with(int count) {
        return new Progress(status, step, since, attempt, checkIns, acted, waitingFor, waitingSince, count);
    }

    /** Whether that was waited for at every look, for so long. */
    public boolean waited(String what, Duration longEnough, Instant now) {
        return what.equals(waitingFor) && !now.isBefore(waitingSince.plus(longEnough));
    }

    public Optional<Instant> actedAt(String command) {
        return Optional.ofNullable(acted.get(command));
    }

    public boolean rollingBack() {
        return status == Status.ROLLING_BACK;
    }
}
