package io.aurorarestore.local.rds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Failures on request: calls that are refused, answers that are lost, and work that RDS accepts and then ends in a
 * failed status. Operations go by AWS's names, for instance {@code CopyDBClusterSnapshot}.
 */
public final class Faults {

    private enum When {
        BEFORE,
        AFTER
    }

    private static final class Fault {
        private final String operation;
        private final When when;
        private final RdsError error;
        private int times;

        Fault(String operation, When when, RdsError error, int times) {
            this.operation = operation;
            this.when = when;
            this.error = error;
            this.times = times;
        }

        boolean hits(String called, When now) {
            return when == now && operation.equals(called) && times > 0;
        }
    }

    private record Doom(String operation, String status) {}

    private final List<Fault> faults = new ArrayList<>();
    private final List<Doom> dooms = new ArrayList<>();

    /** The next calls of the operation, so many, are refused and change nothing. */
    public synchronized void add(String operation, RdsError error, int times) {
        faults.add(new Fault(operation, When.BEFORE, error, times));
    }

    /** The next calls of the operation, so many, do their work, but the caller gets the error. */
    public synchronized void loseAnswer(String operation, RdsError error, int times) {
        faults.add(new Fault(operation, When.AFTER, error, times));
    }

    /** What the operation's next accepted call works on ends in this status, for instance {@code migration-failed}. */
    public synchronized void failNext(String operation, String status) {
        dooms.add(new Doom(operation, status));
    }

    public synchronized void clear() {
        faults.clear();
        dooms.clear();
    }

    <T> T around(String operation, Supplier<T> call) {
        raise(operation, When.BEFORE);
        T answer = call.get();
        raise(operation, When.AFTER);
        return answer;
    }

    synchronized Optional<String> doomed(String operation) {
        Optional<Doom> doom =
                dooms.stream().filter(one -> one.operation().equals(operation)).findFirst();
        doom.ifPresent(dooms::remove);
        return doom.map(Doom::status);
    }

    private synchronized void raise(String operation, When now) {
        faults.stream().filter(fault -> fault.hits(operation, now)).findFirst().ifPresent(fault -> {
            fault.times--;
            throw fault.error;
        });
    }
}
