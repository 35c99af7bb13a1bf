package io.aurorarestore.command;

import io.aurorarestore.port.MasterChange;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;

/** Hands the master user's password over to RDS, which keeps it in a secret of its own. */
public record ManageMasterPassword(String cluster, MasterChange change) implements Command {

    @Override
    public String key() {
        return ResetMasterPassword.KEY;
    }

    @Override
    public String description() {
        return "let RDS manage the master password of " + cluster;
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control().changeMaster(cluster, change);
    }
}
