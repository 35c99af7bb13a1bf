package io.aurorarestore.plan.step;

import io.aurorarestore.command.Command;
import io.aurorarestore.command.DropMasterVersion;
import io.aurorarestore.command.ManageMasterPassword;
import io.aurorarestore.command.ResetMasterPassword;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Pace;
import io.aurorarestore.engine.Step;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.ResourceState;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.port.MasterChange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Gives the restored cluster's master user a new password: the one it came with is the source's. */
public record ResetCredentials() implements Step {

    @Override
    public StepName name() {
        return StepName.RESET_CREDENTIALS;
    }

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(30);
    }

    @Override
    public List<Describe> describe(Restore restore) {
        return List.of(new Describe.AtCluster(restore.names().staging()));
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        return seen.cluster(restore.names().staging())
                .filter(cluster -> cluster.ownedBy(restore.id()))
                .map(cluster -> judge(restore, cluster))
                .orElseGet(() -> SharedDecisions.stagingGone(restore, seen));
    }

    private static Decision judge(Restore restore, Cluster staging) {
        if (staging.state() == ResourceState.BROKEN || staging.state() == ResourceState.LEAVING) {
            return Decision.fail(
                    FailureCode.CREDENTIALS_FAILED, "Cluster " + staging.name() + " is " + staging.status() + ".");
        }
        if (staging.state() != ResourceState.AVAILABLE) {
            return SharedDecisions.waitFor(staging, UsualPace.RESET_PASSWORD);
        }
        return restore.progress().actedAt(ResetMasterPassword.KEY).isEmpty()
                ? Decision.act(reset(restore, staging), restore.managedSecret() ? Pace.SOON : UsualPace.RESET_PASSWORD)
                : reset(restore, staging, "the master user has its new password");
    }

    private static Decision reset(Restore restore, Cluster staging, String description) {
        LaterSettings later = LaterSettings.of(restore, staging);
        return later.missingRole()
                .or(() -> restore.managedSecret() && staging.managedSecret().isEmpty()
                        ? Optional.of(Decision.await("the secret that RDS makes", Pace.SOON))
                        : Optional.empty())
                .or(later::missing)
                .orElseGet(() -> Decision.done(
                        description, now -> now.with(now.outputs().withManagedSecret(staging.managedSecret()))));
    }

    private static Command reset(Restore restore, Cluster staging) {
        MasterChange change = new MasterChange(
                Optional.empty(),
                restore.cluster(),
                restore.cluster()
                        .attributes()
                        .text(Attribute.MASTER_SECRET_KEY)
                        .or(() -> restore.outputs().predecessor().flatMap(Predecessor::managedSecretKey)));
        return restore.managedSecret()
                ? new ManageMasterPassword(staging.name(), change)
                : new ResetMasterPassword(
                        restore.id(),
                        staging.name(),
                        staging.masterUser(),
                        restore.masterSecret(),
                        restore.masterVersion(),
                        change);
    }

    @Override
    public boolean undoable() {
        return true;
    }

    @Override
    public Decision undo(Restore restore, Observed seen) {
        if (restore.managedSecret()) {
            return Decision.done("RDS's own secret goes with the cluster");
        }
        return restore.progress().acted().isEmpty()
                ? Decision.act(new DropMasterVersion(restore.id(), restore.masterSecret(), restore.masterVersion()))
                : Decision.done("secret " + restore.masterSecret() + " holds no password of this restore");
    }
}
