package io.aurorarestore.engine;

import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.restore.JobReport;
import java.util.List;
import java.util.Optional;

/** What a step sees, in tests. */
public final class ObservedBuilder {

    private ObservedBuilder() {}

    public static Observed nothing() {
        return Observed.nothing(TestData.NOW, Optional.empty());
    }

    public static Observed snapshots(Snapshot... snapshots) {
        return new Observed(
                TestData.NOW,
                List.of(snapshots),
                List.of(),
                List.of(),
                TargetDependencies.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static Observed clusters(Cluster... clusters) {
        return new Observed(
                TestData.NOW,
                List.of(),
                List.of(clusters),
                List.of(),
                TargetDependencies.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static Observed instances(Instance... instances) {
        return new Observed(
                TestData.NOW,
                List.of(),
                List.of(),
                List.of(instances),
                TargetDependencies.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static Observed in(Cluster cluster, Instance... instances) {
        return new Observed(
                TestData.NOW,
                List.of(),
                List.of(cluster),
                List.of(instances),
                TargetDependencies.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static Observed in(Cluster cluster, Cluster another, Instance... instances) {
        return new Observed(
                TestData.NOW,
                List.of(),
                List.of(cluster, another),
                List.of(instances),
                TargetDependencies.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static Observed report(JobReport report) {
        return nothing().withReport(Optional.of(report));
    }
}
