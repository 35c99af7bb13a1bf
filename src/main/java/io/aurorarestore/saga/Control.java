package io.aurorarestore.saga;

import io.aurorarestore.port.Profiles;
import io.aurorarestore.port.Restores;
import io.aurorarestore.restore.AuditEntry;
import io.aurorarestore.restore.Failure;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Operated;
import io.aurorarestore.restore.Outcome;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.restore.Sender;
import io.aurorarestore.restore.Status;
import io.aurorarestore.restore.Subject;
import io.aurorarestore.restore.Transition;
import io.aurorarestore.restore.Words;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** What an operator may do to a restore. Each fails with {@link Refused} where it is not possible now. */
public final class Control {

    /** What an operator wants. */
    public enum Operation {
        CANCEL,
        RESUME,
        ABANDON,
        RETIRE;

        /** A client's key for this operation: the same text for another operation is another key. */
        public String keyOf(String key) {
            return Words.of(this) + " " + key;
        }
    }

    private final Restores restores;
    private final Callers callers;
    private final RestorePlan plan;
    private final Clock clock;
    private final TransitionLog log;

    public Control(Restores restores, Profiles profiles, RestorePlan plan, Clock clock, TransitionLog log) {
        this.restores = restores;
        this.callers = new Callers(profiles);
        this.plan = plan;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Does it, once for each key. A restore that goes on is due at once; one that is to be cancelled is looked at when
     * nobody acts on it.
     *
     * @param sender who asks; the key says which operation it is
     * @param why in the operator's words, may be empty
     * @return the restore to look at next
     */
    public Uni<RestoreId> operate(Operation operation, Subject subject, Sender sender, String why) {
        return restores.operated(sender.key())
                .chain(known -> known.map(done -> again(done, subject, sender))
                        .orElseGet(() -> named(subject).chain(id -> operate(operation, subject, id, sender, why))));
    }

    private static Uni<RestoreId> again(Operated done, Subject subject, Sender sender) {
        if (!done.subject().equals(subject.words())) {
            throw new Refused(
                    FailureCode.KEY_REUSED,
                    "Request id " + sender.key() + " was used for " + done.subject() + " before.");
        }
        return Uni.createFrom().item(done.restore());
    }

    private Uni<RestoreId> operate(Operation operation, Subject subject, RestoreId id, Sender sender, String why) {
        Request request = new Request(operation, subject, sender, why);
        return switch (operation) {
            case CANCEL -> change(id, request, restore -> cancelled(restore, sender.by(), why));
            case RESUME -> change(id, request, this::resumed);
            case ABANDON -> change(id, request, this::abandoned);
            case RETIRE -> retirement(id).chain(own -> change(own, request, this::retiredNow));
        };
    }

    private Uni<RestoreId> named(Subject subject) {
        return subject.restore()
                .map(Control::found)
                .orElseGet(() -> holder(subject.target().orElseThrow()));
    }

    private Uni<RestoreId> holder(String target) {
        return restores.holder(target)
                .map(found -> found.orElseThrow(
                        () -> new Refused(FailureCode.UNKNOWN_RESTORE, "No restore holds the target " + target + ".")));
    }

    /** By its own id, or by that of the restore whose predecessor it retires. */
    private Uni<RestoreId> retirement(RestoreId id) {
        return restores.load(id)
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .chain(restore -> restore.retires() ? found(id) : opened(restore));
    }

    private Uni<RestoreId> opened(Restore restore) {
        RestoreId own = restore.retirement(clock.instant()).id();
        return restores.load(own)
                .map(found -> found.orElseThrow(() -> new Refused(
                                FailureCode.NOT_POSSIBLE_NOW,
                                "Restore " + restore.id() + " has no cluster to retire later."))
                        .id());
    }

    private static Uni<RestoreId> found(RestoreId id) {
        return Uni.createFrom().item(id);
    }

    private record Request(Operation operation, Subject subject, Sender sender, String why) {}

    private record Change(String what, Restore after) {}

    private Uni<RestoreId> change(RestoreId id, Request request, Function<Restore, Change> operation) {
        return restores.load(id)
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .call(restore -> callers.permit(
                        restore.order().request(), request.sender().by()))
                .chain(restore -> commit(restore, operation.apply(restore), request))
                .chain(kept -> kept
                        ? found(id)
                        : operate(request.operation(), request.subject(), request.sender(), request.why()));
    }

    private Uni<Boolean> commit(Restore restore, Change change, Request request) {
        AuditEntry entry = new AuditEntry(
                restore.id(),
                restore.entries() + 1,
                clock.instant(),
                restore.step(),
                change.what(),
                request.why().isEmpty() ? "no reason given" : request.why(),
                "operator",
                request.sender().by());
        Operated done = new Operated(request.sender().key(), request.subject().words(), restore.id());
        Transition transition = new Transition(restore, change.after().next(true), Optional.of(entry)).by(done);
        return restores.commit(transition).invoke(kept -> {
            if (kept) {
                log.kept(transition);
            }
        });
    }

    /** Only wished for here: the engine turns back when nobody is acting. */
    private Change cancelled(Restore restore, String by, String why) {
        if (restore.rests(clock.instant()) && restore.status() == Status.RUNNING) {
            Failure cause = new Failure(FailureCode.CANCELLED, "Cancelled by " + by + ".");
            return new Change(
                    "cancelled",
                    restore.with(restore.outcome().because(cause)).ended(Status.CANCELLED, clock.instant()));
        }
        boolean possible = restore.status() == Status.RUNNING && !plan.pastPivot(restore.step());
        require(possible, restore, "be RUNNING and before its pivot to be cancelled");
        Outcome outcome = restore.outcome().cancelledBy(why.isEmpty() ? by : by + ": " + why);
        return new Change("cancel requested", restore.with(outcome));
    }

    private Change resumed(Restore restore) {
        boolean possible =
                restore.status() == Status.FAILED && !restore.outcome().abandoned();
        require(possible, restore, "be FAILED, and not abandoned, to be resumed");
        Status direction = restore.outcome().failedWhile().orElse(Status.RUNNING);
        Restore again = restore.with(restore.outcome().resumed())
                .with(restore.progress().retried(direction, clock.instant()))
                .with(restore.turn().wokenAt(clock.instant()));
        return new Change("resumed", again.notEnded());
    }

    private Change abandoned(Restore restore) {
        boolean possible =
                restore.status() == Status.FAILED && !restore.outcome().abandoned();
        require(possible, restore, "be FAILED to be abandoned");
        return new Change("abandoned", restore.with(restore.outcome().givenUp()).ended(Status.FAILED, clock.instant()));
    }

    private Change retiredNow(Restore retirement) {
        require(retirement.rests(clock.instant()), retirement, "be waiting for its time");
        return new Change(
                "retire requested",
                retirement
                        .with(retirement.progress().enter(retirement.step(), clock.instant()))
                        .with(retirement.turn().wokenAt(clock.instant())));
    }

    private static void require(boolean possible, Restore restore, String needed) {
        if (!possible) {
            throw new Refused(
                    FailureCode.NOT_POSSIBLE_NOW,
                    "Restore " + restore.id() + " is " + restore.status() + " in step "
                            + restore.step().label() + "; it would have to " + needed + ".");
        }
    }

    private static Refused unknown(RestoreId id) {
        return new Refused(FailureCode.UNKNOWN_RESTORE, "There is no restore " + id + ".");
    }
}
