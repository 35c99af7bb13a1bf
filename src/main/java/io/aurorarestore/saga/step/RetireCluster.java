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
