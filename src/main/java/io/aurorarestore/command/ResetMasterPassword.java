package io.aurorarestore.command;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.port.MasterChange;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;

/**
 * Stages a new master password in the target's secret and gives it to the cluster: in this order, so that a password in
 * use is never unknown.
 */
public record ResetMasterPassword(
        RestoreId by, String cluster, String masterUser, String secret, String version, MasterChange change)
        implements Command {

    /** Of both ways to give the master user another password. */
    public static final String KEY = "reset";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String description() {
        return "give " + masterUser + " on " + cluster + " a new password, staged in secret " + secret;
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.masterSecrets()
                .stage(by, secret, version, masterUser)
                .map(Credentials::password)
                .chain(password -> ports.control().changeMaster(cluster, change.with(password)));
    }
}
