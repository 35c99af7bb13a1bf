package io.aurorarestore.model.restore;

import java.util.Optional;

/**
 * A step of a restore's life, to be committed whole or not at all.
 *
 * @param after what {@code before} becomes; its version is one higher
 * @param entry empty where nothing changed but the time to look again
 * @param retirement what is opened with it: the later end of the cluster that was set aside
 * @param operation what an operator had done: under its key nothing may have been done before
 */
public record Transition(
        Restore before,
        Restore after,
        Optional<AuditEntry> entry,
        Optional<Restore> retirement,
        Optional<CompletedOperation> operation) {

    public Transition(Restore before, Restore after, Optional<AuditEntry> entry, Optional<Restore> retirement) {
        this(before, after, entry, retirement, Optional.empty());
    }

    public Transition(Restore before, Restore after, Optional<AuditEntry> entry) {
        this(before, after, entry, Optional.empty());
    }

    public Transition by(CompletedOperation operated) {
        return new Transition(before, after, entry, retirement, Optional.of(operated));
    }

    /** The same, its audit entry with the number after this one. */
    public Transition numberedAfter(long last) {
        return new Transition(
                before, after.numbered(last + 1), entry.map(one -> one.numbered(last + 1)), retirement, operation);
    }

    /** Whether the restore comes to its end by it. */
    public boolean ends() {
        return !before.status().terminal() && after.status().terminal();
    }
}
