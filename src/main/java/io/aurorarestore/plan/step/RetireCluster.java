package io.aurorarestore.plan.step;

import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Step;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Deletes the cluster that a restore set aside, once its time has come: the only step of a retirement. */
public record RetireCluster(Home home) implements Step {

    @Override
    public StepName name() {
        return StepName.RETIRE_CLUSTER;
    }

    @Override
    public Duration deadline() {
        return Duration.ofHours(4);
    }

    @Override
    public List<Describe> describe(Restore retirement) {
        PredecessorCluster old = old(retirement);
        ClusterDeletion deletion = old.deletion();
        return Stream.concat(
                        deletion.describe().stream(),
                        Stream.of(old.beforeDeletion(seen -> deletion.isNext(retirement, seen))))
                .toList();
    }

    @Override
    public Decision decide(Restore retirement, Observed seen) {
        return old(retirement).deletion().next(retirement, seen);
    }

    private PredecessorCluster old(Restore retirement) {
        return PredecessorCluster.of(home, retirement).orElseThrow();
    }
}
