package io.aurorarestore.saga.step;

import io.aurorarestore.restore.Home;
import io.aurorarestore.restore.ResourceState;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.Retirement;
import io.aurorarestore.restore.StepName;
import io.aurorarestore.saga.Decision;
import io.aurorarestore.saga.Look;
import io.aurorarestore.saga.Observed;
import io.aurorarestore.saga.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
    public List<Look> looks(Restore restore) {
        OldCluster old = old(restore);
        return policy(restore).now() ? old.removal().looks() : List.of(new Look.AtInstancesOf(old.asideName()));
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        OldCluster old = old(restore);
        return (removing(seen) ? Optional.<Decision>empty() : old.reboot(seen))
                .orElseGet(() ->
                        policy(restore).now() ? old.removal().next(restore, seen) : Decision.done(kept(restore, old)));
    }

    /** An instance that is on its way out needs no reboot. */
    private static boolean removing(Observed seen) {
        return seen.instances().stream().anyMatch(one -> one.state() == ResourceState.LEAVING);
    }

    private static String kept(Restore restore, OldCluster old) {
        return policy(restore)
                .after()
                .map(time -> "the old cluster is kept as " + old.asideName() + " for " + time)
                .orElse("the old cluster is kept as " + old.asideName());
    }

    static Retirement policy(Restore restore) {
        return restore.cluster().retirement().orElse(Retirement.KEEP);
    }

    private OldCluster old(Restore restore) {
        return OldCluster.of(home, restore).orElseThrow();
    }
}
