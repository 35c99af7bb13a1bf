package io.aurorarestore.engine;

import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the state machine made of a decision. */
sealed interface Change {

    /** What the audit trail says of it; of several commands, the first. */
    Optional<AuditEntry> entry();

    /** All that the audit trail says of it. */
    default List<AuditEntry> entries() {
        return entry().stream().toList();
    }

    /**
     * The message that brings the restore back.
     *
     * @param chain that it belongs to
     */
    record WakeUp(long chain, Duration pause) {}

    /** Nothing is new, and nothing is committed: if anybody has to look again, it is by this wake-up. */
    record Rests(Optional<WakeUp> next) implements Change {

        @Override
        public Optional<AuditEntry> entry() {
            return Optional.empty();
        }
    }

    /** One step is through, and the next one decides: it is committed with what that makes of it. */
    record Leaves(AuditEntry left, Restore after) implements Change {

        @Override
        public Optional<AuditEntry> entry() {
            return Optional.of(left);
        }
    }

    /** What is to be committed. */
    sealed interface Noted extends Change {

        /** The restore as it is to be; its version is not yet raised. */
        Restore after();

        /** What is opened together with it. */
        default Optional<Restore> retirement() {
            return Optional.empty();
        }

        /** To be carried out once committed. */
        default Optional<Decision.Act> act() {
            return Optional.empty();
        }

        /** What is only intended is no progress yet: carrying it out may be what fails each time. */
        default Restore noted(boolean hasGoneOn) {
            return act().isPresent() && !hasGoneOn
                    ? after()
                    : after().with(after().progress().asExpected());
        }
    }

    /** It is decided anew at once, by the same step or another one, or has ended. */
    record Moves(AuditEntry what, Restore after, Optional<Restore> retirement) implements Noted {

        @Override
        public Optional<AuditEntry> entry() {
            return Optional.of(what);
        }

        Moves opening(Restore fresh) {
            return new Moves(what, after, Optional.of(fresh));
        }
    }

    /** An intent, carried out under a lease: one entry for each command. */
    record Acts(List<AuditEntry> entries, Restore after, Decision.Act doing) implements Noted {

        @Override
        public Optional<AuditEntry> entry() {
            return entries.stream().findFirst();
        }

        @Override
        public Optional<Decision.Act> act() {
            return Optional.of(doing);
        }
    }

    /** The restore is left alone then, with a wake-up. */
    sealed interface Waits extends Noted {

        WakeUp next();

        /** The same, and the news with this id are told. */
        Waits telling(String news);
    }

    record Pauses(Optional<AuditEntry> entry, Restore after, WakeUp next) implements Waits {

        @Override
        public Pauses telling(String news) {
            return new Pauses(entry, after.with(after.outbox().telling(news)), next);
        }

        /** An intent that counts as carried out with it. */
        Sends sending(AuditEntry intent, Decision.Act doing) {
            return new Sends(intent, after, next, doing);
        }
    }

    /** Noted as done, and left alone once it is carried out. */
    record Sends(AuditEntry intent, Restore after, WakeUp next, Decision.Act doing) implements Waits {

        @Override
        public Optional<AuditEntry> entry() {
            return Optional.of(intent);
        }

        @Override
        public Optional<Decision.Act> act() {
            return Optional.of(doing);
        }

        @Override
        public Sends telling(String news) {
            return new Sends(intent, after.with(after.outbox().telling(news)), next, doing);
        }
    }

    static Moves on(AuditEntry entry, Restore after) {
        return new Moves(entry, after, Optional.empty());
    }

    /** In the chain that the restore has begun. */
    static Pauses pausing(Optional<AuditEntry> entry, Restore after, Duration pause) {
        return new Pauses(entry, after, new WakeUp(after.schedule().chain(), pause));
    }
}
