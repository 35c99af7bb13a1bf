package io.aurorarestore.saga.step;

import io.aurorarestore.restore.Cluster;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.ResourceState;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.StepName;
import io.aurorarestore.saga.Decision;
import io.aurorarestore.saga.Look;
import io.aurorarestore.saga.Observed;
import io.aurorarestore.saga.Pace;
import io.aurorarestore.saga.Step;
import io.aurorarestore.saga.command.ResetMasterPassword;
import java.time.Duration;
import java.util.List;

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
    public List<Look> looks(Restore restore) {
        return List.of(new Look.AtCluster(restore.names().staging()));
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        return seen.cluster(restore.names().staging())
                .filter(cluster -> cluster.ownedBy(restore.id()))
                .map(cluster -> judge(restore, cluster))
                .orElseGet(() -> Decisions.stagingGone(restore));
    }

    private static Decision judge(Restore restore, Cluster staging) {
        if (staging.state() == ResourceState.BROKEN || staging.state() == ResourceState.LEAVING) {
            return Decision.fail(
                    FailureCode.CREDENTIALS_FAILED, "Cluster " + staging.name() + " is " + staging.status() + ".");
        }
        if (staging.state() != ResourceState.AVAILABLE) {
            return Decision.await("cluster " + staging.name() + " is " + staging.status(), Pace.SOON);
        }
        return restore.progress().acted().isEmpty()
                ? Decision.act(reset(restore, staging), Pace.STEADY)
                : Decision.done("the master user has its new password");
    }

    private static ResetMasterPassword reset(Restore restore, Cluster staging) {
        return new ResetMasterPassword(
                staging.name(), staging.masterUser(), restore.masterSecret(), restore.masterVersion());
    }
}
