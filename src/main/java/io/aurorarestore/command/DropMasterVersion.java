package io.aurorarestore.command;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;

/** Drops a staged master password that was never made current, and the secret if it was made for it. */
public record DropMasterVersion(RestoreId by, String secret, String version) implements Command {

    @Override
    public String key() {
        return "drop";
    }

    @Override
    public String description() {
        return "drop the staged password of secret " + secret;
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.masterSecrets().drop(by, secret, version);
    }
}
