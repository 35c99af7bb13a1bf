package io.aurorarestore.plan.step;

import io.aurorarestore.command.RenameCluster;
import io.aurorarestore.command.SetProtection;
import io.aurorarestore.command.Untag;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Pace;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.ResourceState;
import io.aurorarestore.model.restore.Missing;
import java.util.List;
import java.util.Optional;

/** Gives the old cluster the target's name back, protected as it was and unmarked. */
record PredecessorRenameBack(PredecessorCluster old) {

    /** Which of the two names exists says how far that is. */
    Decision next(Observed seen) {
        return old.atTarget(seen)
                .map(this::back)
                .or(() -> old.aside(seen).map(cluster -> giveBack(cluster, seen)))
                .orElseGet(() -> SharedDecisions.unlessSeen(
                        old.restore(),
                        seen,
                        Missing.OLD_CLUSTER,
                        "the old cluster to be seen",
                        () -> Decision.done("the old cluster is not there any more", now -> now, List.of(gone()))));
    }

    /** Somebody removed or renamed it: nothing here could bring it back, and the rest can still be undone. */
    private String gone() {
        return "The old cluster " + old.old().resourceId() + " is neither "
                + old.restore().target() + " nor " + old.asideName()
                + " any more: somebody else removed or renamed it.";
    }

    private String leaving() {
        return "Somebody else is deleting the old cluster " + old.restore().target() + ".";
    }

    private boolean unprotected(Cluster cluster) {
        return old.old().settings().deletionProtection().orElse(false) && !cluster.isProtected();
    }

    private Decision back(Cluster cluster) {
        if (cluster.state() == ResourceState.CHANGING) {
            return SharedDecisions.waitFor(cluster, UsualPace.RENAME);
        }
        if (cluster.state() == ResourceState.LEAVING) {
            return Decision.done("somebody is deleting " + old.restore().target(), now -> now, List.of(leaving()));
        }
        if (unprotected(cluster)
                && old.restore().progress().actedAt(SetProtection.ON).isEmpty()) {
            return cluster.state() == ResourceState.STOPPED
                    ? SharedDecisions.waitFor(cluster, UsualPace.STOP_OR_START)
                    : Decision.act(new SetProtection(cluster.name(), true), Pace.SOON);
        }
        return cluster.tags().containsKey(Ownership.SET_ASIDE_TAG)
                        && old.restore().progress().actedAt(Untag.KEY).isEmpty()
                ? Decision.act(new Untag(cluster.arn(), List.of(Ownership.SET_ASIDE_TAG)))
                : Decision.done("the old cluster serves as " + old.restore().target());
    }

    private Decision giveBack(Cluster cluster, Observed seen) {
        Optional<Cluster> inTheWay = seen.cluster(old.restore().target());
        if (inTheWay.filter(this::isRestored).isPresent()) {
            return Decision.act(
                    new RenameCluster(
                            old.restore().target(), old.restore().names().staging()),
                    UsualPace.RENAME);
        }
        if (inTheWay.isPresent()) {
            return Decision.fail(
                    FailureCode.NAME_TAKEN,
                    "The old cluster " + cluster.name() + " cannot have its name back: "
                            + inTheWay.get().resourceId() + " is called "
                            + old.restore().target() + ".");
        }
        return cluster.available()
                ? Decision.act(new RenameCluster(cluster.name(), old.restore().target()), UsualPace.RENAME)
                : SharedDecisions.waitFor(cluster, UsualPace.RENAME);
    }

    /** The restored cluster, promoted after all. */
    private boolean isRestored(Cluster cluster) {
        return SharedDecisions.isOurs(
                old.restore(), old.home().clusterArn(old.restore().names().staging()), cluster);
    }
}
