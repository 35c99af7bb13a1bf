package io.aurorarestore.plan.step;

import io.aurorarestore.command.SetProtection;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Pace;
import io.aurorarestore.engine.Step;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Turns on the deletion protection that is wanted: not before the pivot, where it would be in the way of an undo. */
public record ProtectTarget(Home home) implements Step {

    @Override
    public StepName name() {
        return StepName.PROTECT_TARGET;
    }

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(15);
    }

    @Override
    public Optional<String> skips(Restore restore) {
        return restore.cluster().deletionProtection().orElse(false)
                ? Optional.empty()
                : Optional.of("no deletion protection is asked for");
    }

    @Override
    public List<Describe> describe(Restore restore) {
        return List.of(new Describe.AtCluster(restore.target()));
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        return seen.cluster(restore.target())
                .filter(cluster -> SharedDecisions.isOurs(restore, home.clusterArn(restore.target()), cluster))
                .map(cluster -> protect(restore, cluster))
                .orElseGet(() -> Decision.await("cluster " + restore.target() + " to be seen", Pace.SOON));
    }

    private static Decision protect(Restore restore, Cluster target) {
        if (target.isProtected() || !restore.progress().acted().isEmpty()) {
            return Decision.done(restore.target() + " is protected from deletion");
        }
        return target.available()
                ? Decision.act(new SetProtection(restore.target(), true))
                : SharedDecisions.waitFor(target, Pace.SOON);
    }
}
