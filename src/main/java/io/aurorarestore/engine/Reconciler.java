package io.aurorarestore.engine;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Ports;
import io.aurorarestore.port.StoredByNewerVersionException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Brings a restore as far as it can go now: describes what is there, lets the restore's step decide, commits that,
 * carries it out, and goes on until the restore has to wait; then its next wake-up is sent. Calling it once more, at
 * any time, does no harm.
 */
public final class Reconciler {

    private final Ports ports;
    private final StepSequence plan;
    private final Clock clock;
    private final TransitionLog log;
    private final News news;
    private final Notifier notifier;
    private final Committer committer;
    private final UnexpectedErrors unexpectedErrors;

    public Reconciler(Ports ports, StepSequence plan, Clock clock, TransitionLog log) {
        this.ports = ports;
        this.plan = plan;
        this.clock = clock;
        this.log = log;
        this.news = new News(ports, log);
        this.notifier = new Notifier(ports, log, news);
        this.committer = new Committer(ports, log, notifier);
        this.unexpectedErrors = new UnexpectedErrors(ports.restores());
    }

    /**
     * Fails where the store or a queue cannot be reached, and where something happens that nobody expected: the message
     * that led here must then come again.
     */
    public Uni<Void> reconcile(RestoreId id, Trigger trigger, Invocation invocation) {
        return reconcile(id, trigger, invocation, AlreadyRead.nothing());
    }

    /** The same, where something was read of it a moment ago. */
    public Uni<Void> reconcile(RestoreId id, Trigger trigger, Invocation invocation, AlreadyRead read) {
        return news.during(() -> reconciled(id, trigger, invocation, read));
    }

    /** Tells the news of all that is reconciled in the course of this work at its end, in as few calls as it takes. */
    public <T> Uni<T> gatheringNews(Supplier<Uni<T>> work) {
        return news.during(work);
    }

    private Uni<Void> reconciled(RestoreId id, Trigger trigger, Invocation invocation, AlreadyRead read) {
        return Uni.createFrom()
                .deferred(() -> reconciliation(trigger, invocation, read).of(id))
                .onFailure(CallFailedException.class)
                .invoke(failure -> log.callFailed(id, failure))
                .onFailure(StoredByNewerVersionException.class)
                .recoverWithUni(newer -> leftAlone(id, newer))
                .onFailure(unexpectedErrors::matters)
                .recoverWithUni(failure -> afterUnexpected(id, trigger, invocation, failure));
    }

    private Reconciliation reconciliation(Trigger trigger, Invocation invocation, AlreadyRead read) {
        return new Reconciliation(ports, plan, clock, log, notifier, committer, trigger, invocation, read);
    }

    /** Its own version finds it overdue. */
    private Uni<Void> leftAlone(RestoreId id, StoredByNewerVersionException newer) {
        return Uni.createFrom().voidItem().invoke(() -> log.leftAlone(id, newer.getMessage()));
    }

    /** The message fails; unless that was too often: then the restore does. */
    private Uni<Void> afterUnexpected(RestoreId id, Trigger trigger, Invocation invocation, Throwable failure) {
        return unexpectedErrors
                .count(id, trigger)
                .map(often ->
                        often.filter(restore -> !restore.schedule().keepsOut(invocation.holder(), clock.instant())))
                .chain(often -> giveUp(often, trigger, invocation, failure))
                .onFailure()
                .transform(another -> failure);
    }

    private Uni<Void> giveUp(Optional<Restore> often, Trigger trigger, Invocation invocation, Throwable failure) {
        if (often.isEmpty()) {
            return Uni.createFrom().failure(failure);
        }
        Restore restore = often.get();
        return reconciliation(trigger, invocation, AlreadyRead.nothing())
                .givingUp(restore, UnexpectedErrors.inWords(restore, failure))
                .invoke(() -> log.gaveUp(restore.id(), failure));
    }
}
