package io.aurorarestore.plan.step;

import io.aurorarestore.command.CreateInstance;
import io.aurorarestore.command.RestoreCluster;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.ResourceState;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Undoes the deletion of the old cluster: it gets its name back while it exists, else its final snapshot is restored.
 */
record PredecessorRecovery(Home home, Restore restore) {

    List<Describe> describe() {
        PredecessorCluster old = old();
        return List.of(
                new Describe.AtCluster(restore.target()),
                new Describe.AtCluster(old.asideName()),
                new Describe.AtInstancesOf(restore.target()),
                new Describe.AtSnapshot(home.region(), restore.names().finalSnapshot()));
    }

    Decision next(Observed seen) {
        PredecessorCluster old = old();
        Optional<Cluster> standing = old.atTarget(seen).or(() -> remade(seen));
        if (standing.isPresent()) {
            return whole(standing.get(), seen, old);
        }
        Optional<Cluster> aside = old.aside(seen);
        if (aside.isPresent()) {
            return aside.get().state() == ResourceState.LEAVING
                    ? Decision.await("cluster " + old.asideName() + " is deleting", UsualPace.DELETE_CLUSTER)
                    : new PredecessorRenameBack(old).next(seen);
        }
        return SharedDecisions.unlessSeen(
                restore, seen, Missing.OLD_CLUSTER, "the old cluster to be seen", () -> fromSnapshot(seen));
    }

    private Optional<Cluster> remade(Observed seen) {
        return seen.cluster(restore.target()).filter(cluster -> cluster.ownedBy(restore.id()));
    }

    /** With all the instances it had. */
    private Decision whole(Cluster cluster, Observed seen, PredecessorCluster old) {
        if (cluster.state() == ResourceState.CHANGING) {
            return SharedDecisions.waitFor(cluster, UsualPace.RESTORE);
        }
        return old.old().lasting().stream()
                .filter(member -> seen.instance(member.name()).isEmpty())
                .findFirst()
                .map(member -> instanceIn(cluster, member))
                .or(() -> seen.instances().stream()
                        .filter(one -> one.state() == ResourceState.CHANGING || one.state() == ResourceState.LEAVING)
                        .findFirst()
                        .map(one -> SharedDecisions.waitFor(one, UsualPace.CREATE_INSTANCE)))
                .orElseGet(() -> standing(cluster, seen, old));
    }

    private Decision standing(Cluster cluster, Observed seen, PredecessorCluster old) {
        if (old.atTarget(seen).isEmpty()) {
            return new PredecessorRemade(restore, cluster, old.old())
                    .missing()
                    .orElseGet(() -> Decision.done(
                            restore.target() + " serves again, restored from its final snapshot",
                            this::notOurs,
                            PredecessorRemade.warnings(restore, cluster, old.old())));
        }
        Decision back = new PredecessorRenameBack(old).next(seen);
        return back instanceof Decision.Done ? Decision.done(restore.target() + " serves again", this::notOurs) : back;
    }

    /** What was made anew for the old cluster is not ours to delete. */
    private Restore notOurs(Restore now) {
        var left = now.resources().minus(home.clusterArn(now.target()));
        for (Predecessor.Member member : old().old().instances()) {
            left = left.minus(member.arn());
        }
        return now.with(left);
    }

    private Decision instanceIn(Cluster cluster, Predecessor.Member member) {
        return switch (cluster.state()) {
            case AVAILABLE -> instance(cluster, member);
            case BROKEN, LEAVING ->
                Decision.fail(
                        FailureCode.INSTANCE_FAILED,
                        "Cluster " + cluster.name() + " is " + cluster.status() + ", without its instance "
                                + member.name() + ".");
            case CHANGING, STOPPED -> SharedDecisions.waitFor(cluster, UsualPace.RESTORE);
        };
    }

    private Decision instance(Cluster cluster, Predecessor.Member member) {
        return Decision.act(
                new CreateInstance(
                        member.name(),
                        cluster.name(),
                        restore.outputs().source().orElseThrow().engine(),
                        member.instanceClass(),
                        member.settings(),
                        tags(member)),
                UsualPace.CREATE_INSTANCE);
    }

    private Map<String, String> tags(Predecessor.Member member) {
        Map<String, String> tags = new HashMap<>(member.tags().orElse(Map.of()));
        tags.putAll(Ownership.tags(restore.id()));
        return tags;
    }

    private Decision fromSnapshot(Observed seen) {
        if (seen.cluster(restore.target()).isPresent()) {
            return Decision.fail(FailureCode.NAME_TAKEN, "Somebody made a cluster " + restore.target() + " meanwhile.");
        }
        return seen.snapshot(restore.names().finalSnapshot()).map(this::from).orElseGet(this::unsaved);
    }

    private Decision unsaved() {
        return restore.accepted().request().acceptDataLoss()
                        && !restore.cluster().finalSnapshot().orElse(false)
                ? Decision.done(
                        "the old cluster was deleted, as accepted",
                        now -> now.with(now.outcome().lostAsAccepted()))
                : gone("there is no final snapshot " + restore.names().finalSnapshot());
    }

    private static Decision gone(String why) {
        return Decision.fail(FailureCode.GONE, "The old cluster is deleted, and " + why + ".");
    }

    private Decision from(Snapshot snapshot) {
        return switch (snapshot.state()) {
            case AVAILABLE ->
                Decision.act(
                        new RestoreCluster(
                                restore.target(), snapshot, old().old().settings(), tags()),
                        UsualPace.RESTORE);
            case BROKEN, LEAVING -> gone("its final snapshot " + snapshot.id() + " is " + snapshot.status());
            case CHANGING, STOPPED ->
                Decision.await("snapshot " + snapshot.id() + " is " + snapshot.status(), UsualPace.SNAPSHOT);
        };
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new HashMap<>(old().old().tags());
        tags.putAll(Ownership.tags(restore.id()));
        tags.put(Ownership.STATE_TAG, Ownership.LIVE);
        return tags;
    }

    private PredecessorCluster old() {
        return PredecessorCluster.of(home, restore).orElseThrow();
    }
}
