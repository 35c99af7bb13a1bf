package io.aurorarestore.plan.step;

import io.aurorarestore.command.StartCluster;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Pace;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.OwnedResource;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Makes the decisions that several steps come to. */
final class SharedDecisions {

    /**
     * RDS's answers may be a little old, and two of them are not of one moment: so long a thing is missed, at every
     * look, before it is taken to be gone.
     */
    private static final Duration SURE = Duration.ofSeconds(90);

    private SharedDecisions() {}

    /** Looks again until what is not seen is surely not there. */
    static Decision unlessSeen(Restore restore, Observed seen, Missing missing, String what, Supplier<Decision> then) {
        return restore.progress().missedFor(missing, SURE, seen.now())
                ? then.get()
                : Decision.awaitMissing(missing, what, Pace.SOON);
    }

    /** The restored cluster was there, and is not any more. */
    static Decision stagingGone(Restore restore, Observed seen) {
        String staging = restore.names().staging();
        return unlessSeen(
                restore,
                seen,
                Missing.STAGING_CLUSTER,
                "cluster " + staging + " to be seen",
                () -> Decision.fail(FailureCode.GONE, "Cluster " + staging + " was removed while it was worked on."));
    }

    /** Ours is what carries our tag and is the very cluster we saw first. */
    static boolean isOurs(Restore restore, String arn, Cluster cluster) {
        return cluster.ownedBy(restore.id())
                && restore.resources()
                        .of(arn)
                        .flatMap(OwnedResource::resourceId)
                        .filter(cluster.resourceId()::equals)
                        .isPresent();
    }

    /** The restored cluster, by either of the names that it has in turn. */
    static boolean isRestored(Home home, Restore restore, Cluster cluster) {
        return isOurs(restore, home.clusterArn(restore.names().staging()), cluster)
                || isOurs(restore, home.clusterArn(restore.target()), cluster);
    }

    /** What a cluster of ours is tagged with: what is asked for, and that it is ours. */
    static Map<String, String> tags(Restore restore) {
        Map<String, String> tags = new HashMap<>();
        restore.outputs().predecessor().ifPresent(old -> tags.putAll(old.tags()));
        restore.cluster().tags().ifPresent(tags::putAll);
        tags.putAll(Ownership.tags(restore.id()));
        return tags;
    }

    /** It is changing, or not yet what it is to be. */
    static Decision waitFor(Cluster cluster, Pace pace) {
        return Decision.await("cluster " + cluster.name() + " is " + cluster.status(), pace);
    }

    /** Leads a cluster that is not available to where it is: one that is stopped has to be started for it. */
    static Decision start(Cluster cluster, Pace pace) {
        return cluster.isStopped() ? Decision.act(new StartCluster(cluster.name()), pace) : waitFor(cluster, pace);
    }

    static Decision waitFor(Instance instance, Pace pace) {
        return Decision.await("instance " + instance.name() + " is " + instance.status(), pace);
    }

    /** Somebody else's resource has the name of ours: it is not ours, and never was. */
    static Decision nameTaken(String kind, String name, String arn) {
        return Decision.fail(
                FailureCode.NAME_TAKEN,
                "A " + kind + " " + name + " exists that this restore did not make.",
                now -> now.with(now.resources().minus(arn)));
    }
}
