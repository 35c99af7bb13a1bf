package io.aurorarestore.saga.step;

import io.aurorarestore.restore.Cluster;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Home;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.StepName;
import io.aurorarestore.saga.Decision;
import io.aurorarestore.saga.Look;
import io.aurorarestore.saga.Observed;
import io.aurorarestore.saga.Step;
import java.time.Duration;
import java.util.List;

/** Looks for what would make the restore fail later, before anything is touched. */
public record Preflight(Home home) implements Step {

    @Override
    public StepName name() {
        return StepName.PREFLIGHT;
    }

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(15);
    }

    @Override
    public List<Look> looks(Restore restore) {
        return List.of(new Look.AtCluster(restore.target()));
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        return seen.cluster(restore.target()).map(Preflight::taken).orElseGet(() -> keys(restore));
    }

    private Decision keys(Restore restore) {
        SnapshotUse use = SnapshotUse.of(restore, home);
        return use.lacksKey()
                ? Decision.fail(
                        FailureCode.KMS_KEY_NEEDED,
                        "Snapshot " + use.source().arn() + " is encrypted and has to be copied to " + home.region()
                                + ".")
                : Decision.done("nothing is in the way of " + restore.target());
    }

    private static Decision taken(Cluster cluster) {
        return Decision.fail(FailureCode.TARGET_EXISTS, "There is a cluster " + cluster.name() + " already.");
    }
}
