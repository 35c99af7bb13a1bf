package io.aurorarestore.saga;

import io.aurorarestore.port.Restores;
import io.aurorarestore.restore.AuditEntry;
import io.aurorarestore.restore.Failure;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Outcome;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.restore.Sender;
import io.aurorarestore.restore.Status;
import io.aurorarestore.restore.Transition;
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
        RETIRE
    }

    private final Restores restores;
    private final RestorePlan plan;
    private final Clock clock;
    private final TransitionLog log;

    public Control(Restores restores, RestorePlan plan, Clock clock, TransitionLog log) {
        this.restores = restores;
        this.plan = plan;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Does it; the restore is due at once.
     *
     * @param sender who asks; what came under the same key before is done already
     * @param why in the operator's words, may be empty
     * @return the restore to look at next
     */
    public Uni<RestoreId> operate(Operation operation, RestoreId id, Sender sender, String why) {
        return switch (operation) {
            case CANCEL -> change(id, sender, why, restore -> cancelled(restore, sender.by(), why));
            case RESUME -> change(id, sender, why, this::resumed);
            case ABANDON -> change(id, sender, why, this::abandoned);
            case RETIRE -> retirement(id).chain(own -> change(own, sender, why, this::retiredNow));
        };
    }

    /** The restore that holds a target, for those who know it by that. */
    public Uni<RestoreId> holder(String target) {
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

    private record Change(String what, Restore after) {}

    private Uni<RestoreId> change(RestoreId id, Sender sender, String why, Function<Restore, Change> operation) {
        return restores.load(id)
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .chain(restore -> restore.outcome().operations().contains(sender.key())
                        ? found(id)
                        : commit(restore, operation.apply(restore), sender, why)
                                .chain(kept -> kept ? found(id) : change(id, sender, why, operation)));
    }

    private Uni<Boolean> commit(Restore restore, Change change, Sender sender, String why) {
        AuditEntry entry = new AuditEntry(
                restore.id(),
                restore.entries() + 1,
                clock.instant(),
                restore.step(),
                change.what(),
                why.isEmpty() ? "no reason given" : why,
                "operator",
                sender.by());
        Restore after = change.after();
        Restore noted = after.with(after.outcome().operated(sender.key())).next(true);
        Transition transition = new Transition(restore, noted, Optional.of(entry));
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
