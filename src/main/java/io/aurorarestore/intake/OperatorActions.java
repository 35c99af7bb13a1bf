package io.aurorarestore.intake;

import io.aurorarestore.engine.AuditNumbering;
import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.engine.TransitionLog;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.request.Sender;
import io.aurorarestore.model.request.Subject;
import io.aurorarestore.model.restore.AuditAction;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.CompletedOperation;
import io.aurorarestore.model.restore.Outcome;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.restore.Transition;
import io.aurorarestore.model.text.EnumText;
import io.aurorarestore.port.Profiles;
import io.aurorarestore.port.Restores;
import io.aurorarestore.port.StoredByNewerVersionException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Cancels, resumes, abandons or retires a restore. Each fails with {@link RequestRejectedException} where it is not
 * possible now.
 */
public final class OperatorActions {

    /** What an operator wants. */
    public enum Operation {
        CANCEL,
        RESUME,
        ABANDON,
        RETIRE;

        /** A client's key for this operation: the same text for another operation is another key. */
        public String keyOf(String key) {
            return EnumText.of(this) + " " + key;
        }
    }

    private static final int TRIES = 3;

    private final Restores restores;
    private final AuditNumbering numbering;
    private final ProfileAccess profileAccess;
    private final StepSequence plan;
    private final Clock clock;
    private final TransitionLog log;

    public OperatorActions(Restores restores, Profiles profiles, StepSequence plan, Clock clock, TransitionLog log) {
        this.restores = restores;
        this.numbering = new AuditNumbering(restores);
        this.profileAccess = new ProfileAccess(profiles);
        this.plan = plan;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Does it, once for each key. To cancel a restore that has ended keeps the cluster that it would delete later. A
     * restore that goes on is due at once; one that is to be cancelled is looked at when nobody acts on it.
     *
     * @param sender who asks; the key says which operation it is
     * @param why in the operator's words, may be empty
     * @return the restore to look at next
     */
    public Uni<RestoreId> operate(Operation operation, Subject subject, Sender sender, String why) {
        return operate(new Request(operation, subject, sender, why, false));
    }

    /** The same to this very restore, never to its retirement: for somebody who saw which of the two it was. */
    Uni<RestoreId> operateExactly(Operation operation, RestoreId id, Sender sender, String why) {
        return operate(new Request(operation, Subject.of(id), sender, why, true));
    }

    private Uni<RestoreId> operate(Request request) {
        return attempt(request, TRIES)
                .onFailure(StoredByNewerVersionException.class)
                .transform(OperatorActions::newer);
    }

    private Uni<RestoreId> attempt(Request request, int left) {
        Sender sender = request.sender();
        return restores.operated(sender.key())
                .chain(known -> known.map(done -> again(done, request.subject(), sender))
                        .orElseGet(() -> named(request.subject()).chain(id -> attempt(id, request, left))));
    }

    private static Uni<RestoreId> again(CompletedOperation done, Subject subject, Sender sender) {
        if (!done.subject().equals(subject.description())) {
            throw new RequestRejectedException(
                    FailureCode.KEY_REUSED,
                    "Request id " + sender.key() + " was used for " + done.subject() + " before.");
        }
        return found(done.restore());
    }

    private Uni<RestoreId> attempt(RestoreId id, Request request, int left) {
        return meant(id, request)
                .chain(restore -> change(restore, request))
                .chain(changed -> changed.map(OperatorActions::found).orElseGet(() -> onceMore(id, request, left)));
    }

    /** Somebody else committed first. */
    private Uni<RestoreId> onceMore(RestoreId id, Request request, int left) {
        if (left <= 1) {
            throw AuditNumbering.lostTooOften(id);
        }
        return attempt(request, left - 1);
    }

    /** What is done to a restore's predecessor once the restore has ended is done to its retirement. */
    private Uni<Restore> meant(RestoreId id, Request request) {
        return restores.load(id)
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .chain(restore -> request.exactly() ? same(restore) : meant(restore, request.operation()));
    }

    private Uni<Restore> meant(Restore restore, Operation operation) {
        return switch (operation) {
            case RETIRE -> restore.retires() ? same(restore) : retirement(restore);
            case CANCEL -> restore.outputs().retiresAt().isPresent() ? retirement(restore) : same(restore);
            case RESUME, ABANDON -> same(restore);
        };
    }

    private Uni<Restore> retirement(Restore restore) {
        return restores.load(restore.retirementId())
                .map(found -> found.orElseThrow(() -> new RequestRejectedException(
                        FailureCode.NOT_POSSIBLE_NOW, "Restore " + restore.id() + " has no cluster to retire later.")));
    }

    private static Uni<Restore> same(Restore restore) {
        return Uni.createFrom().item(restore);
    }

    private Uni<RestoreId> named(Subject subject) {
        return subject.restore()
                .map(OperatorActions::found)
                .orElseGet(() -> holder(subject.target().orElseThrow()));
    }

    private Uni<RestoreId> holder(String target) {
        return restores.holder(target)
                .map(found -> found.orElseThrow(() -> new RequestRejectedException(
                        FailureCode.UNKNOWN_RESTORE, "No restore holds the target " + target + ".")));
    }

    private static Uni<RestoreId> found(RestoreId id) {
        return Uni.createFrom().item(id);
    }

    private record Request(Operation operation, Subject subject, Sender sender, String why, boolean exactly) {}

    private record Change(AuditAction what, Restore after) {}

    /** The restore's id once it is changed, or nothing if somebody else was first. */
    private Uni<Optional<RestoreId>> change(Restore restore, Request request) {
        return profileAccess
                .permit(restore.accepted().request(), request.sender().by())
                .map(permitted -> changed(restore, request))
                .chain(change -> commit(restore, change, request))
                .map(kept -> kept ? Optional.of(restore.id()) : Optional.empty());
    }

    private Change changed(Restore restore, Request request) {
        return switch (request.operation()) {
            case CANCEL -> cancelled(restore, request.sender().by(), request.why());
            case RESUME -> resumed(restore);
            case ABANDON -> abandoned(restore);
            case RETIRE -> retiredNow(restore);
        };
    }

    private Uni<Boolean> commit(Restore restore, Change change, Request request) {
        AuditEntry entry = new AuditEntry(
                restore.id(),
                restore.entries() + 1,
                clock.instant(),
                restore.step(),
                change.what().code(),
                request.why().isEmpty() ? "no reason given" : request.why(),
                "operator",
                request.sender().by());
        CompletedOperation done =
                new CompletedOperation(request.sender().key(), request.subject().description(), restore.id());
        Transition transition = new Transition(restore, change.after().next(1), List.of(entry)).by(done);
        return numbering
                .commit(transition)
                .invoke(committed -> committed.ifPresent(log::kept))
                .map(Optional::isPresent);
    }

    /** Only wished for here: the engine turns back when nobody is acting. */
    private Change cancelled(Restore restore, String by, String why) {
        require(Operation.CANCEL, restore, "be RUNNING and before its pivot to be cancelled");
        if (restore.rests(clock.instant())) {
            Failure cause = new Failure(FailureCode.CANCELLED, "Cancelled by " + by + ".");
            return new Change(
                    AuditAction.CANCELLED,
                    restore.with(restore.outcome().because(cause)).ended(Status.CANCELLED, clock.instant()));
        }
        Outcome outcome = restore.outcome().cancelledBy(why.isEmpty() ? by : by + ": " + why);
        return new Change(AuditAction.CANCEL_REQUESTED, restore.with(outcome));
    }

    private Change resumed(Restore restore) {
        require(Operation.RESUME, restore, "be FAILED, and not abandoned, to be resumed");
        Status direction = restore.outcome().failedWhile().orElse(Status.RUNNING);
        Restore again = restore.with(restore.outcome().resumed())
                .with(restore.progress().retried(direction, clock.instant()))
                .with(restore.schedule().wokenAt(clock.instant()));
        return new Change(AuditAction.RESUMED, again.notEnded());
    }

    private Change abandoned(Restore restore) {
        require(Operation.ABANDON, restore, "be FAILED to be abandoned");
        return new Change(
                AuditAction.ABANDONED, restore.with(restore.outcome().givenUp()).ended(Status.FAILED, clock.instant()));
    }

    private Change retiredNow(Restore retirement) {
        require(Operation.RETIRE, retirement, "be waiting for its time");
        return new Change(
                AuditAction.RETIRE_REQUESTED,
                retirement
                        .with(retirement.progress().enter(retirement.step(), clock.instant()))
                        .with(retirement.schedule().wokenAt(clock.instant())));
    }

    private void require(Operation operation, Restore restore, String needed) {
        if (!new PossibleOperations(plan, clock.instant()).allow(operation, restore)) {
            throw new RequestRejectedException(
                    FailureCode.NOT_POSSIBLE_NOW,
                    "Restore " + restore.id() + " is " + restore.status() + " in step "
                            + restore.step().label() + "; it would have to " + needed + ".");
        }
    }

    static RequestRejectedException newer(Throwable stored) {
        return new RequestRejectedException(
                FailureCode.STORED_BY_NEWER_VERSION, ((StoredByNewerVersionException) stored).getMessage());
    }

    static RequestRejectedException unknown(RestoreId id) {
        return new RequestRejectedException(FailureCode.UNKNOWN_RESTORE, "There is no restore " + id + ".");
    }
}
