package io.aurorarestore.engine;

import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.aws.SourceCluster;
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
        return nothing().withSnapshots(List.of(snapshots));
    }

    public static Observed sources(SourceCluster... sources) {
        return nothing().withSources(List.of(sources));
    }

    public static Observed clusters(Cluster... clusters) {
        return nothing().withClusters(List.of(clusters));
    }

    public static Observed instances(Instance... instances) {
        return nothing().withInstances(List.of(instances));
    }

    public static Observed in(Cluster cluster, Instance... instances) {
        return clusters(cluster).withInstances(List.of(instances));
    }

    public static Observed in(Cluster cluster, Cluster another, Instance... instances) {
        return clusters(cluster, another).withInstances(List.of(instances));
    }

    public static Observed report(JobReport report) {
        return nothing().withReport(Optional.of(report));
    }
}
