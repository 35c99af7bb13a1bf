package io.aurorarestore.command;

import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;

/** Deletes a snapshot that the service made. */
public record DeleteSnapshot(String snapshot) implements Command {

    @Override
    public String key() {
        return "delete";
    }

    @Override
    public String description() {
        return "delete our snapshot " + snapshot;
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control().deleteSnapshot(snapshot);
    }
}
