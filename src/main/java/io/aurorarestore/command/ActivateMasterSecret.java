package io.aurorarestore.command;

import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Makes the staged master password the current version of its secret. */
public record ActivateMasterSecret(String secret, String version) implements Command {

    @Override
    public String key() {
        return "activate";
    }

    @Override
    public String description() {
        return "make the new password current in secret " + secret;
    }

    @Override
    public Set<Seen> changes() {
        return Set.of();
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.masterSecrets().activate(secret, version);
    }
}
