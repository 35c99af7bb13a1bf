package io.aurorarestore.plan.step;

import io.aurorarestore.command.RenameCluster;
import io.aurorarestore.command.Tag;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Pace;
import io.aurorarestore.engine.Step;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.ResourceState;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.OwnedResources;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Renames the restored cluster to the target. Which of the two names exists says how far the rename is. */
public record PromoteNew(Home home) implements Step {

    @Override
    public StepName name() {
        return StepName.PROMOTE_NEW;
    }

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(30);
    }

    @Override
    public List<Describe> describe(Restore restore) {
        return List.of(
                new Describe.AtCluster(restore.target()),
                new Describe.AtCluster(restore.names().staging()));
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        return seen.cluster(restore.target())
                .map(found -> promoted(restore, found))
                .orElseGet(() -> seen.cluster(restore.names().staging())
                        .map(staging -> promote(restore, staging, seen))
                        .orElseGet(() -> SharedDecisions.unlessSeen(
                                restore, seen, Missing.PROMOTED_CLUSTER, rename(restore), () -> gone(restore))));
    }

    /** The old cluster is to have its name back soon: nobody answers as the target meanwhile. */
    private static Decision gone(Restore restore) {
        return Decision.fail(
                FailureCode.GONE,
                "Cluster " + restore.names().staging() + " was removed before it could become " + restore.target()
                        + ".");
    }

    private static String rename(Restore restore) {
        return "the rename to " + restore.target();
    }

    private Decision promote(Restore restore, Cluster staging, Observed seen) {
        if (!isOurs(restore, staging)) {
            return SharedDecisions.unlessSeen(
                    restore, seen, Missing.PROMOTED_CLUSTER, rename(restore), () -> taken(staging));
        }
        return staging.state() == ResourceState.AVAILABLE
                ? Decision.act(new RenameCluster(staging.name(), restore.target()), UsualPace.RENAME_CLUSTER)
                : SharedDecisions.waitFor(staging, UsualPace.RENAME_CLUSTER);
    }

    /** Ours may stand under the target's name by now, and is not to be forgotten. */
    private static Decision taken(Cluster staging) {
        return Decision.fail(
                FailureCode.NAME_TAKEN, "A cluster " + staging.name() + " exists that this restore did not make.");
    }

    private Decision promoted(Restore restore, Cluster target) {
        if (restore.outputs().predecessor().filter(old -> old.is(target)).isPresent()) {
            return Decision.await("the old cluster to be gone from the name " + target.name(), Pace.SOON);
        }
        if (!isOurs(restore, target)) {
            return Decision.fail(FailureCode.TARGET_EXISTS, "Somebody made a cluster " + target.name() + " meanwhile.");
        }
        if (target.state() != ResourceState.AVAILABLE) {
            return SharedDecisions.waitFor(target, UsualPace.RENAME_CLUSTER);
        }
        return Ownership.LIVE.equals(target.tags().get(Ownership.STATE_TAG))
                        || restore.progress().actedAt(Tag.KEY).isPresent()
                ? done(restore, target)
                : Decision.act(new Tag(target.arn(), Map.of(Ownership.STATE_TAG, Ownership.LIVE)));
    }

    private Decision done(Restore restore, Cluster target) {
        return Decision.done(
                restore.names().staging() + " is now " + target.name(),
                now -> now.with(now.outputs().withEndpoint(target.endpoint())).with(renamed(now, target)));
    }

    private OwnedResources renamed(Restore restore, Cluster target) {
        return restore.resources().renamed(stagingArn(restore), target.name(), target.arn());
    }

    @Override
    public boolean undoable() {
        return true;
    }

    @Override
    public List<Describe> describeForUndo(Restore restore) {
        return describe(restore);
    }

    /**
     * Back to the staging name, from which it is deleted: nothing is ever deleted under the target's name. RDS renames no
     * cluster that is stopped, by whomever: it is started first.
     */
    @Override
    public Decision undo(Restore restore, Observed seen) {
        return seen.cluster(restore.target())
                .filter(found -> isOurs(restore, found))
                .map(found -> found.available()
                        ? Decision.act(
                                new RenameCluster(found.name(), restore.names().staging()), UsualPace.RENAME_CLUSTER)
                        : SharedDecisions.start(found, Pace.SOON))
                .or(() -> seen.cluster(restore.names().staging())
                        .filter(found -> isOurs(restore, found))
                        .map(found -> found.available()
                                ? demoted(restore)
                                : SharedDecisions.waitFor(found, UsualPace.RENAME_CLUSTER)))
                .orElseGet(() -> SharedDecisions.unlessSeen(
                        restore,
                        seen,
                        Missing.RESTORED_CLUSTER,
                        "the restored cluster to be seen",
                        () -> demoted(restore)));
    }

    /** Known by the staging name again, wherever the promotion had come to. */
    private Decision demoted(Restore restore) {
        return Decision.done(
                "the restored cluster is " + restore.names().staging() + " again",
                now -> now.with(now.resources()
                        .renamed(home.clusterArn(now.target()), now.names().staging(), stagingArn(now))));
    }

    private boolean isOurs(Restore restore, Cluster cluster) {
        return SharedDecisions.isRestored(home, restore, cluster);
    }

    private String stagingArn(Restore restore) {
        return home.clusterArn(restore.names().staging());
    }
}
