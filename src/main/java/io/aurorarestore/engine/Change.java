package io.aurorarestore.engine;

import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import java.util.Optional;

/**
 * What the state machine made of a decision: the restore as it is to be committed, and what follows the commit.
 *
 * @param after the restore as it is to be; its version is not yet raised
 * @param act to be carried out once committed
 * @param rests whether the restore is left alone until it is woken
 * @param changes false where nothing at all needs to be committed
 * @param retirement opened together with the commit
 * @param onTheWay whether the restore has only left one step for the next
 */
record Change(
        Restore after,
        Optional<AuditEntry> entry,
        Optional<Decision.Act> act,
        boolean rests,
        boolean changes,
        Optional<Restore> retirement,
        boolean onTheWay) {

    static Change on(AuditEntry entry, Restore after) {
        return new Change(after, Optional.of(entry), Optional.empty(), false, true, Optional.empty(), false);
    }

    /** One step is through, and the next one decides. */
    static Change goingOn(AuditEntry entry, Restore after) {
        return new Change(after, Optional.of(entry), Optional.empty(), false, true, Optional.empty(), true);
    }

    /** Noted, and left alone until its time. */
    static Change resting(AuditEntry entry, Restore after) {
        return new Change(after, Optional.of(entry), Optional.empty(), true, true, Optional.empty(), false);
    }

    static Change acting(AuditEntry entry, Restore after, Decision.Act act) {
        return new Change(after, Optional.of(entry), Optional.of(act), false, true, Optional.empty(), false);
    }

    static Change pausing(Restore after) {
        return new Change(after, Optional.empty(), Optional.empty(), true, true, Optional.empty(), false);
    }

    static Change nothing(Restore restore) {
        return new Change(restore, Optional.empty(), Optional.empty(), true, false, Optional.empty(), false);
    }

    /** What is only intended is no progress yet: carrying it out may be what fails each time. */
    Restore noted(boolean hasGoneOn) {
        return act.isPresent() && !hasGoneOn
                ? after
                : after.with(after.progress().asExpected());
    }

    Change telling(String news) {
        return new Change(after.with(after.outbox().telling(news)), entry, act, rests, changes, retirement, onTheWay);
    }

    Change opening(Optional<Restore> fresh) {
        return new Change(after, entry, act, rests, changes, fresh, onTheWay);
    }
}
