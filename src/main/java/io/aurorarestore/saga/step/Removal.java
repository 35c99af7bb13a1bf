package io.aurorarestore.saga.step;

import io.aurorarestore.restore.Cluster;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Home;
import io.aurorarestore.restore.Instance;
import io.aurorarestore.restore.Ownership;
import io.aurorarestore.restore.ResourceState;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.Snapshot;
import io.aurorarestore.saga.Decision;
import io.aurorarestore.saga.Look;
import io.aurorarestore.saga.Observed;
import io.aurorarestore.saga.Pace;
import io.aurorarestore.saga.command.DeleteCluster;
import io.aurorarestore.saga.command.DeleteInstance;
import io.aurorarestore.saga.command.SetProtection;
import io.aurorarestore.saga.command.SnapshotCluster;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Deletes a cluster that stands under a name of the restore, its instances first, and only what is known to be meant: by
 * tag and resource id.
 *
 * @param liftsProtection false where a person must have turned the deletion protection on
 * @param finalSnapshot taken, and waited for, while the cluster is whole
 */
record Removal(
        Home home,
        String cluster,
        Predicate<Cluster> meant,
        Predicate<Instance> meantToo,
        Optional<String> finalSnapshot,
        boolean liftsProtection,
        UnaryOperator<Restore> learned) {

    List<Look> looks() {
        Look at = new Look.AtCluster(cluster);
        Look instances = new Look.AtInstancesOf(cluster);
        return finalSnapshot
                .map(name -> List.of(at, instances, (Look) new Look.AtSnapshot(home.region(), name)))
                .orElseGet(() -> List.of(at, instances));
    }

    Decision next(Restore restore, Observed seen) {
        return seen.cluster(cluster)
                .map(found -> meant.test(found) ? remove(restore, found, seen) : left(found))
                .orElseGet(() -> Decision.done("cluster " + cluster + " is gone", learned));
    }

    private Decision left(Cluster stranger) {
        return Decision.done(
                "cluster " + stranger.name() + " (" + stranger.resourceId() + ") is not ours: left alone", learned);
    }

    private Decision remove(Restore restore, Cluster found, Observed seen) {
        if (found.state() == ResourceState.LEAVING) {
            return Decision.await("cluster " + cluster + " is deleting", Pace.STEADY);
        }
        return stranger(seen.instances())
                .or(() -> unsaved(restore, found, seen))
                .or(() -> protectedFrom(found))
                .or(() -> instance(seen.instances()))
                .orElseGet(() -> Decision.act(new DeleteCluster(cluster, found.resourceId()), Pace.STEADY));
    }

    private Optional<Decision> unsaved(Restore restore, Cluster found, Observed seen) {
        return finalSnapshot.flatMap(name -> seen.snapshot(name)
                .map(snapshot -> snapshot.ownedBy(restore.origin())
                        ? saving(snapshot)
                        : Optional.of(Decisions.nameTaken("snapshot", snapshot.id(), snapshot.arn())))
                .orElseGet(() -> Optional.of(save(restore, found, name))));
    }

    private static Decision save(Restore restore, Cluster found, String name) {
        return found.available()
                ? Decision.act(new SnapshotCluster(name, found.name(), Ownership.tags(restore.origin())), Pace.STEADY)
                : Decisions.waitFor(found, Pace.SOON);
    }

    private Optional<Decision> saving(Snapshot snapshot) {
        return switch (snapshot.state()) {
            case AVAILABLE -> Optional.empty();
            case BROKEN, LEAVING ->
                Optional.of(Decision.fail(
                        FailureCode.RETIREMENT_FAILED,
                        "Final snapshot " + snapshot.id() + " is " + snapshot.status() + "."));
            case CHANGING, STOPPED ->
                Optional.of(Decision.await(
                        "final snapshot " + snapshot.id() + " is " + snapshot.status() + " at " + snapshot.percent()
                                + " %",
                        Pace.STEADY));
        };
    }

    private Optional<Decision> protectedFrom(Cluster found) {
        if (!found.isProtected()) {
            return Optional.empty();
        }
        return Optional.of(
                liftsProtection
                        ? Decision.act(new SetProtection(found.name(), false), Pace.SOON)
                        : Decision.fail(
                                FailureCode.RETIREMENT_FAILED,
                                "Somebody protected " + found.name() + " from deletion since it was set aside."));
    }

    private Optional<Decision> stranger(List<Instance> instances) {
        return instances.stream()
                .filter(meantToo.negate())
                .findFirst()
                .map(one -> Decision.fail(
                        FailureCode.NAME_TAKEN,
                        "Cluster " + cluster + " has an instance " + one.name() + " that this restore does not know."));
    }

    /** Readers first, the writer last; the cluster may go as soon as all of them are going. */
    private static Optional<Decision> instance(List<Instance> instances) {
        return instances.stream()
                .filter(one -> one.state() != ResourceState.LEAVING)
                .reduce((earlier, later) -> later)
                .map(last -> Decision.act(new DeleteInstance(last.name(), last.resourceId())));
    }
}
