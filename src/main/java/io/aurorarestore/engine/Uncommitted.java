package io.aurorarestore.engine;

import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Transition;
import java.util.List;
import java.util.stream.Stream;

/**
 * A restore as it is stored, and as far as this reconciliation has brought it since. Steps that are done, or skipped,
 * are committed together with the change of the next one: until then nothing depends on them, and whoever comes after
 * a crash observes and decides the same.
 *
 * @param now as the next step meets it; numbered as its entries will be
 * @param entries of the steps since
 */
record Uncommitted(Restore stored, Restore now, List<AuditEntry> entries) {

    static Uncommitted nothing(Restore stored) {
        return new Uncommitted(stored, stored, List.of());
    }

    /** Whether a step was left behind since. */
    boolean isAhead() {
        return !entries.isEmpty();
    }

    /** With what was learned by having acted: it needs no commit of its own. */
    Uncommitted knowing(Restore learned) {
        return new Uncommitted(stored, learned, entries);
    }

    Uncommitted goingOn(AuditEntry entry, Restore after) {
        return new Uncommitted(stored, after.numbered(now.entries() + 1), with(List.of(entry)));
    }

    /** All of it, and the change with which it ends. */
    Transition with(Change.Noted change) {
        List<AuditEntry> all = with(change.entries());
        Restore after = change.noted(isAhead()).numbered(stored.entries()).next(all.size());
        return new Transition(stored, after, all, change.retirement());
    }

    private List<AuditEntry> with(List<AuditEntry> more) {
        return Stream.concat(entries.stream(), more.stream()).toList();
    }
}
