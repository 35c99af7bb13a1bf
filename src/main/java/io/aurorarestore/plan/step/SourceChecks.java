package io.aurorarestore.plan.step;

import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.ResourceState;
import io.aurorarestore.model.aws.SourceCluster;
import java.time.Instant;
import java.util.Optional;

/**
 * Checks whether RDS can restore, or clone, a cluster's data of a moment. The first step does, and so does whoever is
 * about to rely on it: until then the cluster may be renamed, stopped or deleted.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBClusterToPointInTime.html">The
 *     API</a>
 */
final class SourceChecks {

    private static final String USUAL_MODE = "provisioned";
    private static final String LATEST = "{\"cluster\": …, \"at\": \"latest\"}";

    private SourceChecks() {}

    /** By what a rename does not change. */
    static Describe again(ClusterMoment moment) {
        return new Describe.AtSource(ClusterKey.ofResource(moment.cluster().resourceId()), false);
    }

    /** The same moment of the cluster as it is seen now, if there is still something of it. */
    static Optional<ClusterMoment> asSeen(ClusterMoment moment, Observed seen) {
        return seen.sources().stream()
                .filter(one -> one.resourceId().equals(moment.cluster().resourceId()))
                .findFirst()
                .map(moment::of);
    }

    static Decision gone(ClusterMoment moment) {
        return Decision.fail(
                FailureCode.GONE,
                "Cluster " + moment.arn() + ", whose data is restored, is not there any more, nor are its automated"
                        + " backups.");
    }

    /** The same of one that was located: if it is deleted meanwhile, its backups may be kept. */
    static Optional<Decision> inTheWayAgain(ClusterMoment moment) {
        SourceCluster cluster = moment.cluster();
        return cluster.state() == ResourceState.LEAVING && !cluster.deleted() && !moment.isClone()
                ? Optional.of(Decision.await(
                        "cluster " + cluster.name() + " is " + cluster.status() + ": its backups may be kept",
                        UsualPace.DELETE_CLUSTER))
                : inTheWay(moment);
    }

    /** Why it is waited, or failed, if it is. */
    static Optional<Decision> inTheWay(ClusterMoment moment) {
        SourceCluster cluster = moment.cluster();
        if (!LocateSource.ENGINE.equals(cluster.engine())) {
            return unusable(cluster, "is of engine " + cluster.engine() + ", not " + LocateSource.ENGINE + ".");
        }
        if (!cluster.engineMode().isEmpty() && !USUAL_MODE.equals(cluster.engineMode())) {
            return unusable(
                    cluster,
                    "is of engine mode " + cluster.engineMode()
                            + ", which is not restored so: restore a snapshot of it.");
        }
        return moment.at().map(at -> ofTime(cluster, at)).orElseGet(() -> ofClone(cluster));
    }

    /** A stopped cluster's backups are as good as those of one that runs. */
    private static Optional<Decision> ofTime(SourceCluster cluster, Instant at) {
        if (cluster.earliest().isEmpty() || cluster.latest().isEmpty()) {
            return unusable(cluster, "has no automated backups: restore a snapshot of it.");
        }
        if (at.isBefore(cluster.earliest().get())) {
            return unusable(
                    cluster,
                    "can be restored as of " + cluster.window() + ", which " + at
                            + " is before: ask for a later time, or for a snapshot of that day, {\"cluster\": …,"
                            + " \"on\": …}.");
        }
        if (cluster.deleted()) {
            return at.isAfter(cluster.latest().get())
                    ? unusable(
                            cluster,
                            "was deleted, and can be restored as of " + cluster.window() + ", which " + at
                                    + " is after: ask for an earlier time, or \"at\": \"latest\".")
                    : Optional.empty();
        }
        return ofState(cluster).or(() -> later(cluster, at));
    }

    /** RDS saves the log every few minutes, so it passes. */
    private static Optional<Decision> later(SourceCluster cluster, Instant at) {
        return cluster.latest()
                .filter(at::isAfter)
                .map(latest -> Decision.await(
                        "the latest restorable time of cluster " + cluster.name() + ", now " + latest + ", to reach "
                                + at,
                        UsualPace.BACKUP));
    }

    private static Optional<Decision> ofClone(SourceCluster cluster) {
        if (cluster.deleted()) {
            return unusable(cluster, "was deleted: ask for a time, {\"resourceId\": …, \"at\": …}.");
        }
        if (cluster.state() == ResourceState.STOPPED) {
            return unusable(cluster, "is " + cluster.status() + ": start it, or ask for " + LATEST + ".");
        }
        if (cluster.instances() == 0) {
            return unusable(cluster, "has no instance, and RDS clones none such: ask for " + LATEST + ".");
        }
        return ofState(cluster);
    }

    private static Optional<Decision> ofState(SourceCluster cluster) {
        return switch (cluster.state()) {
            case AVAILABLE, STOPPED -> Optional.empty();
            case CHANGING ->
                Optional.of(Decision.await("cluster " + cluster.name() + " is " + cluster.status(), UsualPace.BACKUP));
            case BROKEN -> unusable(cluster, "is " + cluster.status() + ": restore a snapshot of it.");
            case LEAVING ->
                unusable(
                        cluster,
                        "is " + cluster.status() + ": if its automated backups are kept, ask for {\"resourceId\": \""
                                + cluster.resourceId() + "\", \"at\": …} once it is gone.");
        };
    }

    private static Optional<Decision> unusable(SourceCluster cluster, String what) {
        return Optional.of(Decision.fail(FailureCode.SOURCE_UNUSABLE, "Cluster " + cluster.name() + " " + what));
    }
}
