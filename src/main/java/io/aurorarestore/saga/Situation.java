package io.aurorarestore.saga;

import io.aurorarestore.restore.AuditEntry;
import io.aurorarestore.restore.Failure;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Home;
import io.aurorarestore.restore.Lease;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.Status;
import io.aurorarestore.restore.StepName;
import io.aurorarestore.restore.Turn;
import io.aurorarestore.saga.command.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where a decision falls: the restore, the plan, the hint that came, the time, and the lease this invocation can take. */
record Situation(Restore restore, RestorePlan plan, Home home, Hint hint, Instant at, Lease lease) {

    Situation of(Restore other) {
        return new Situation(other, plan, home, hint, at, lease);
    }

    AuditEntry entry(String what, String why) {
        return new AuditEntry(
                restore.id(),
                restore.entries() + 1,
                at,
                restore.step(),
                what,
                why,
                hint.cause(),
                restore.order().by());
    }

    /** The restore with what the command will create written down, leased to this invocation. */
    Restore intending(Command command) {
        Restore planned = command.creates(home)
                .map(made -> restore.with(restore.footprint().plus(made)))
                .orElse(restore);
        return planned.with(restore.turn().leasedTo(lease));
    }

    Restore succeeded(Restore after) {
        return after.ended(Status.SUCCEEDED, Optional.empty(), at);
    }

    Restore failed(Restore after, Failure failure) {
        return after.ended(Status.FAILED, Optional.of(failure), at);
    }

    boolean overdue() {
        return at.isAfter(restore.progress().since().plus(deadline()));
    }

    Failure timedOut(String what) {
        return new Failure(
                FailureCode.TIMED_OUT,
                "Step " + restore.step().label() + " waited " + deadline().toMinutes() + " minutes for: " + what + ".");
    }

    /** An event that finds nothing new only makes the next look sooner; a wake-up starts the next pause. */
    Move waiting(Restore after, String what, Pace pace) {
        return hint.wakesUp() || restore.turn().lease().isPresent() || !after.equals(restore)
                ? pausing(after, what, pace)
                : sooner(after, what);
    }

    Move pausing(Restore after, String what, Pace pace) {
        return pause(after, what, at.plus(pace.after(after.progress().checkIns())));
    }

    Restore entering(StepName next, Restore after) {
        return after.with(after.progress().enter(next, at)).with(after.turn().free());
    }

    private Move sooner(Restore after, String what) {
        Instant soon = at.plus(Pace.SOON.first());
        boolean already =
                restore.turn().wakeAt().filter(set -> !set.isAfter(soon)).isPresent();
        return already ? Move.nothing(restore) : pause(after, what, soon);
    }

    private static Move pause(Restore after, String what, Instant next) {
        Turn turn = after.turn().wokenAt(next);
        return Move.pausing(after.with(after.progress().waiting(what)).with(turn));
    }

    private Duration deadline() {
        return plan.step(restore.step()).deadline();
    }
}
