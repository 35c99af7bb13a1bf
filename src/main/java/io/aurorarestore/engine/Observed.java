package io.aurorarestore.engine;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.aws.SourceCluster;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.OwnedResources;
import io.aurorarestore.model.restore.Restore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that was described for a step, and so all that it may decide by.
 *
 * @param sources clusters that data may be taken from, as their backups go
 * @param staged the version of the master secret that is staged, if one is
 * @param report what came of the step's job, if anything did
 * @param deadJob a job that the database function gave up on
 */
public record Observed(
        Instant now,
        List<Snapshot> snapshots,
        List<SourceCluster> sources,
        List<Cluster> clusters,
        List<Instance> instances,
        TargetDependencies surroundings,
        Optional<String> staged,
        Optional<JobReport> report,
        Optional<DatabaseJob> deadJob) {

    public static Observed nothing(Instant now, Optional<DatabaseJob> deadJob) {
        return new Observed(
                now,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                TargetDependencies.NOTHING,
                Optional.empty(),
                Optional.empty(),
                deadJob);
    }

    public Optional<Cluster> cluster(String name) {
        return clusters.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    public Optional<Instance> instance(String name) {
        return instances.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    public Optional<Snapshot> snapshot(String id) {
        return snapshots.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    Observed withSnapshots(List<Snapshot> more) {
        return new Observed(
                now, join(snapshots, more), sources, clusters, instances, surroundings, staged, report, deadJob);
    }

    Observed withSources(List<SourceCluster> more) {
        return new Observed(
                now, snapshots, join(sources, more), clusters, instances, surroundings, staged, report, deadJob);
    }

    Observed withClusters(List<Cluster> more) {
        return new Observed(
                now, snapshots, sources, join(clusters, more), instances, surroundings, staged, report, deadJob);
    }

    Observed withInstances(List<Instance> more) {
        return new Observed(
                now, snapshots, sources, clusters, join(instances, more), surroundings, staged, report, deadJob);
    }

    Observed withSurroundings(TargetDependencies found) {
        return new Observed(now, snapshots, sources, clusters, instances, found, staged, report, deadJob);
    }

    Observed withStaged(Optional<String> version) {
        return new Observed(now, snapshots, sources, clusters, instances, surroundings, version, report, deadJob);
    }

    public Observed withReport(Optional<JobReport> found) {
        return new Observed(now, snapshots, sources, clusters, instances, surroundings, staged, found, deadJob);
    }

    /** The restore, its footprint holding the immutable ids of what was seen and is its own. */
    Restore pinIn(Restore restore) {
        RestoreId id = restore.id();
        OwnedResources pinned = restore.resources();
        for (Cluster cluster : clusters) {
            pinned = cluster.ownedBy(id) ? pinned.pinned(cluster.arn(), cluster.resourceId()) : pinned;
        }
        for (Instance instance : instances) {
            pinned = instance.ownedBy(id) ? pinned.pinned(instance.arn(), instance.resourceId()) : pinned;
        }
        return restore.with(pinned);
    }

    private static <T> List<T> join(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
