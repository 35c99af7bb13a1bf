package io.aurorarestore.plan.step;

import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Step;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.ResourceState;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Renames the old cluster away from the target's name: it stays whole and can have it back. */
public record SetAsideOld(Home home) implements Step {

    @Override
    public StepName name() {
        return StepName.SET_ASIDE_OLD;
    }

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(30);
    }

    @Override
    public Optional<String> skips(Restore restore) {
        return restore.swaps() ? Optional.empty() : Optional.of("no cluster has the target's name");
    }

    @Override
    public List<Describe> describe(Restore restore) {
        PredecessorCluster old = old(restore);
        Describe successor = new Describe.AtCluster(restore.names().staging());
        return Stream.concat(old.names().stream(), Stream.of(successor, old.beforeRename()))
                .toList();
    }

    /** From here on nobody answers as the target: its successor has to be there. */
    @Override
    public Decision decide(Restore restore, Observed seen) {
        PredecessorCluster old = old(restore);
        return old.atTarget(seen).isPresent() && !successorIsThere(restore, seen)
                ? SharedDecisions.stagingGone(restore, seen)
                : setAside(old, seen);
    }

    private static boolean successorIsThere(Restore restore, Observed seen) {
        return seen.cluster(restore.names().staging())
                .filter(found -> found.ownedBy(restore.id()) && found.state() != ResourceState.LEAVING)
                .isPresent();
    }

    private static Decision setAside(PredecessorCluster old, Observed seen) {
        return old.setAside(seen, aside -> Decision.done("the old cluster is set aside as " + aside.name()));
    }

    @Override
    public boolean undoable() {
        return true;
    }

    @Override
    public List<Describe> describeForUndo(Restore restore) {
        return restore.swaps() ? old(restore).names() : List.of();
    }

    @Override
    public Decision undo(Restore restore, Observed seen) {
        return restore.swaps()
                ? new PredecessorRenameBack(old(restore)).next(seen)
                : Decision.done("no cluster was set aside");
    }

    private PredecessorCluster old(Restore restore) {
        return PredecessorCluster.of(home, restore).orElseThrow();
    }
}
