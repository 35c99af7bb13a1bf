package io.aurorarestore.saga.command;

import io.aurorarestore.port.World;
import io.smallrye.mutiny.Uni;

/** Forgets a staged master password that was never made current. */
public record DropMasterVersion(String secret, String version) implements Command {

    @Override
    public String key() {
        return "drop";
    }

    @Override
    public String words() {
        return "drop the staged password of secret " + secret;
    }

    @Override
    public Uni<Void> on(World world) {
        return world.masterSecrets().drop(secret, version);
    }
}
