package io.aurorarestore.engine;

import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.util.Optional;

/**
 * What the state machine made of a decision: the restore as it is to be committed, and what follows the commit.
 *
 * @param after the restore as it is to be; its version is not yet raised
 * @param act to be carried out once committed
 * @param wakeUp with which the restore is left alone
 * @param changes false where nothing at all needs to be committed
 * @param retirement opened together with the commit
 * @param onTheWay whether the restore has only left one step for the next
 */
record Change(
        Restore after,
        Optional<AuditEntry> entry,
        Optional<Decision.Act> act,
        Optional<WakeUp> wakeUp,
        boolean changes,
        Optional<Restore> retirement,
        boolean onTheWay) {

    /**
     * The message that brings the restore back.
     *
     * @param chain that it belongs to
     */
    record WakeUp(long chain, Duration pause) {}

    static Change on(AuditEntry entry, Restore after) {
        return new Change(after, Optional.of(entry), Optional.empty(), Optional.empty(), true, Optional.empty(), false);
    }

    /** One step is through, and the next one decides. */
    static Change goingOn(AuditEntry entry, Restore after) {
        return new Change(after, Optional.of(entry), Optional.empty(), Optional.empty(), true, Optional.empty(), true);
    }

    static Change acting(AuditEntry entry, Restore after, Decision.Act act) {
        return new Change(after, Optional.of(entry), Optional.of(act), Optional.empty(), true, Optional.empty(), false);
    }

    /** Noted, and left alone for a while. */
    static Change pausing(Optional<AuditEntry> entry, Restore after, Duration pause) {
        WakeUp next = new WakeUp(after.schedule().chain(), pause);
        return new Change(after, entry, Optional.empty(), Optional.of(next), true, Optional.empty(), false);
    }

    /** Noted as done, and left alone once it is carried out. */
    Change carryingOut(AuditEntry intent, Decision.Act act) {
        return new Change(after, Optional.of(intent), Optional.of(act), wakeUp, changes, retirement, onTheWay);
    }

    /** There is nothing to note: only to look again. */
    static Change lookingAgain(Restore restore, WakeUp next) {
        return new Change(
                restore, Optional.empty(), Optional.empty(), Optional.of(next), false, Optional.empty(), false);
    }

    static Change nothing(Restore restore) {
        return new Change(
                restore, Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), false);
    }

    /** What is only intended is no progress yet: carrying it out may be what fails each time. */
    Restore noted(boolean hasGoneOn) {
        return act.isPresent() && !hasGoneOn
                ? after
                : after.with(after.progress().asExpected());
    }

    Change telling(String news) {
        return new Change(after.with(after.outbox().telling(news)), entry, act, wakeUp, changes, retirement, onTheWay);
    }

    Change opening(Optional<Restore> fresh) {
        return new Change(after, entry, act, wakeUp, changes, fresh, onTheWay);
    }
}
