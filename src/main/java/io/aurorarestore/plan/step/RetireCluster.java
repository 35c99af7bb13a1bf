package io.aurorarestore.plan.step;

import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Look;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Step;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

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
        OldCluster old = old(retirement);
        Removal removal = old.removal();
        return Stream.concat(
                        removal.looks().stream(), Stream.of(old.lastGuards(seen -> removal.isNext(retirement, seen))))
                .toList();
    }

    @Override
    public Decision decide(Restore retirement, Observed seen) {
        return old(retirement).removal().next(retirement, seen);
    }

    private OldCluster old(Restore retirement) {
        return OldCluster.of(home, retirement).orElseThrow();
    }
}
