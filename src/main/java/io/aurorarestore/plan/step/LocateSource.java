package io.aurorarestore.plan.step;

import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Step;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.request.SourceSelector;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.util.List;

/** Finds what the request wants the data from, whatever kind it is: a snapshot, or a cluster. */
public record LocateSource(Home home) implements Step {

    /** The only one that is restored. */
    static final String ENGINE = "aurora-postgresql";

    @Override
    public StepName name() {
        return StepName.LOCATE_SOURCE;
    }

    @Override
    public Duration deadline() {
        return Duration.ofHours(2);
    }

    @Override
    public List<Describe> describe(Restore restore) {
        return wanted(restore)
                .of(
                        snapshot -> new SnapshotChoice(home, restore, snapshot).describe(),
                        cluster -> new ClusterChoice(home, restore, cluster).describe());
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        return wanted(restore)
                .of(
                        snapshot -> new SnapshotChoice(home, restore, snapshot).decide(seen),
                        cluster -> new ClusterChoice(home, restore, cluster).decide(seen));
    }

    private static SourceSelector wanted(Restore restore) {
        return restore.accepted().request().source();
    }
}
