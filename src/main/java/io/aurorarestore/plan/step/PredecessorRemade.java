package io.aurorarestore.plan.step;

import io.aurorarestore.command.ManageMasterPassword;
import io.aurorarestore.command.ResetMasterPassword;
import io.aurorarestore.command.SetProtection;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Pace;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.ResourceState;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.MasterChange;
import java.util.List;
import java.util.Optional;

/**
 * Gives the old cluster, made anew from its final snapshot, what it had besides: roles, the Data API, insights, write
 * forwarding, backups and windows, the secret that RDS kept for it, and last of all its deletion protection.
 */
record PredecessorRemade(Restore restore, Cluster cluster, Predecessor old) {

    /** Empty where it is as it was. */
    Optional<Decision> missing() {
        if (cluster.state() != ResourceState.AVAILABLE) {
            return Optional.empty();
        }
        LaterSettings later = LaterSettings.ofRemade(restore, cluster, old);
        return later.missingRole().or(this::secret).or(later::missing).or(this::protection);
    }

    private Optional<Decision> secret() {
        if (old.managedSecretKey().isEmpty() || cluster.managedSecret().isPresent()) {
            return Optional.empty();
        }
        MasterChange change = new MasterChange(Optional.empty(), old.settings(), old.managedSecretKey());
        return Optional.of(
                acted(ResetMasterPassword.KEY)
                        ? Decision.await("the secret that RDS makes", Pace.SOON)
                        : Decision.act(new ManageMasterPassword(cluster.name(), change), UsualPace.RESET_PASSWORD));
    }

    private Optional<Decision> protection() {
        return old.settings().deletionProtection().orElse(false) && !cluster.isProtected() && !acted(SetProtection.ON)
                ? Optional.of(Decision.act(new SetProtection(cluster.name(), true), Pace.SOON))
                : Optional.empty();
    }

    private boolean acted(String key) {
        return restore.progress().actedAt(key).isPresent();
    }

    /** What goes by an id that is another now. */
    static List<String> warnings(Restore restore, Cluster cluster, Predecessor old) {
        String made = restore.target() + " was made anew from its final snapshot, and has another resource id, "
                + cluster.resourceId() + " instead of " + old.resourceId()
                + ": custom endpoints, integrations, activity streams, alarms, IAM policies and infrastructure-as-code"
                + " state that mean the former one do not fit it.";
        return cluster.managedSecret()
                .filter(arn -> old.managedSecretKey().isPresent())
                .map(arn -> List.of(made, "RDS keeps its master password in another secret, " + arn + "."))
                .orElseGet(() -> List.of(made));
    }
}
