package io.aurorarestore.intake;

import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.intake.OperatorActions.Operation;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.request.Sender;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Profiles;
import io.aurorarestore.port.Restores;
import io.aurorarestore.port.StoredByNewerVersionException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Operates on restores for those who look at the dashboard. CloudWatch does not say who they are: what a profile leaves to
 * certain callers is neither offered nor done.
 */
public final class DashboardActions {

    /** Who did it, in the audit trail. */
    public static final String BY = "the dashboard";

    private static final String WHY = "asked for on the dashboard";

    /** To give a restore up stays with those who have a name. */
    private static final List<Operation> OFFERED = List.of(Operation.CANCEL, Operation.RESUME, Operation.RETIRE);

    private final Restores restores;
    private final ProfileAccess profileAccess;
    private final OperatorActions actions;
    private final StepSequence plan;
    private final Clock clock;

    public DashboardActions(
            Restores restores, Profiles profiles, OperatorActions actions, StepSequence plan, Clock clock) {
        this.restores = restores;
        this.profileAccess = new ProfileAccess(profiles);
        this.actions = actions;
        this.plan = plan;
        this.clock = clock;
    }

    /** What may be done to it now; nothing where its profile cannot be read. */
    public Uni<List<Operation>> offered(Restore restore) {
        PossibleOperations possible = new PossibleOperations(plan, clock.instant());
        List<Operation> some = OFFERED.stream()
                .filter(one -> possible.allow(one, restore) && !wished(one, restore))
                .toList();
        return some.isEmpty()
                ? Uni.createFrom().item(some)
                : profileAccess
                        .openToAll(restore.accepted().request())
                        .onFailure(CallFailedException.class)
                        .recoverWithItem(false)
                        .map(open -> open ? some : List.of());
    }

    private static boolean wished(Operation operation, Restore restore) {
        return operation == Operation.CANCEL && restore.outcome().cancelled().isPresent();
    }

    /**
     * Does it to this very restore, once for each version of it that somebody saw; fails with
     * {@link RequestRejectedException} where it is not possible now.
     *
     * @param version of the restore when the page was made
     * @return the restore to look at next; empty where the same was done for this version before
     */
    public Uni<Optional<RestoreId>> operate(Operation operation, RestoreId id, long version) {
        Sender sender = new Sender(operation.keyOf("dashboard " + id + " " + version), BY);
        return restores.operated(sender.key())
                .chain(done -> done.isPresent()
                        ? Uni.createFrom().item(Optional.empty())
                        : operate(operation, id, sender).map(Optional::of));
    }

    /** What a page offers to cancel is the restore: to cancel its retirement is another button's wish. */
    private Uni<RestoreId> operate(Operation operation, RestoreId id, Sender sender) {
        return restores.load(id)
                .map(found -> found.orElseThrow(() -> OperatorActions.unknown(id)))
                .chain(restore -> profileAccess.openToAll(restore.accepted().request()))
                .invoke(DashboardActions::permit)
                .chain(open -> actions.operateExactly(operation, id, sender, WHY))
                .onFailure(StoredByNewerVersionException.class)
                .transform(OperatorActions::newer);
    }

    private static void permit(boolean open) {
        if (!open) {
            throw new RequestRejectedException(
                    FailureCode.CALLER_NOT_ALLOWED,
                    "The profile says who may use it, and the dashboard does not know who you are.");
        }
    }
}
