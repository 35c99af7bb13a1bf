package io.aurorarestore.saga.step;

import io.aurorarestore.restore.Home;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.StepName;
import io.aurorarestore.saga.Decision;
import io.aurorarestore.saga.Look;
import io.aurorarestore.saga.Observed;
import io.aurorarestore.saga.Step;
import java.time.Duration;
import java.util.List;

/** Deletes what a restore set aside, once its time has come. */
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
    public List<Look> looks(Restore retirement) {
        return removal(retirement).looks();
    }

    @Override
    public Decision decide(Restore retirement, Observed seen) {
        return removal(retirement).next(retirement, seen);
    }

    private Removal removal(Restore retirement) {
        return OldCluster.of(home, retirement).orElseThrow().removal();
    }
}
