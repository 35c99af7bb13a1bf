package io.aurorarestore.plan.step;

import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Step;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.ResourceState;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Retirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ends the old cluster's sessions, since an open one would go on writing to it; then keeps it, deletes it, or leaves
 * that to a retirement.
 */
public record RetireOld(Home home) implements Step {

    @Override
    public StepName name() {
        return StepName.RETIRE_OLD;
    }

    @Override
    public Duration deadline() {
        return Duration.ofHours(4);
    }

    @Override
    public Optional<String> skips(Restore restore) {
        return restore.swaps() ? Optional.empty() : Optional.of("no cluster was set aside");
    }

    @Override
    public List<Describe> describe(Restore restore) {
        PredecessorCluster old = old(restore);
        return policy(restore).now()
                ? Stream.concat(
                                old.deletion().describe().stream(),
                                Stream.of(old.beforeDeletion(seen -> deletesNext(restore, seen, old))))
                        .toList()
                : List.of(new Describe.AtInstancesOf(old.asideName()));
    }

    private static boolean deletesNext(Restore restore, Observed seen, PredecessorCluster old) {
        return old.deletion().isNext(restore, seen) && old.reboot(seen).isEmpty();
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        PredecessorCluster old = old(restore);
        return policy(restore).now()
                ? rebooting(seen, old).orElseGet(() -> old.deletion().next(restore, seen))
                : old.rebootAll(seen).orElseGet(() -> Decision.done(kept(restore, old)));
    }

    /** An instance that is on its way out needs no reboot. */
    private static Optional<Decision> rebooting(Observed seen, PredecessorCluster old) {
        return seen.instances().stream().filter(old.old()::has).anyMatch(one -> one.state() == ResourceState.LEAVING)
                ? Optional.empty()
                : old.reboot(seen);
    }

    private static String kept(Restore restore, PredecessorCluster old) {
        return policy(restore)
                .after()
                .map(time -> "the old cluster is kept as " + old.asideName() + " for " + time)
                .orElse("the old cluster is kept as " + old.asideName());
    }

    static Retirement policy(Restore restore) {
        return restore.cluster().retirement().orElse(Retirement.KEEP);
    }

    private PredecessorCluster old(Restore restore) {
        return PredecessorCluster.of(home, restore).orElseThrow();
    }
}
