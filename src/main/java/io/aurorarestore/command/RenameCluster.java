package io.aurorarestore.command;

import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;

/** Gives a cluster another name, at once. Its resource id stays. */
public record RenameCluster(String from, String to) implements AuthorizedByTags {

    public static final String KEY = "rename";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String description() {
        return "rename cluster " + from + " to " + to;
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control().renameCluster(from, to);
    }
}
