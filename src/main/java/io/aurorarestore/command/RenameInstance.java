package io.aurorarestore.command;

import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;

/** Gives an instance another name, at once; RDS restarts it for that. Its resource id stays. */
public record RenameInstance(String from, String to) implements AuthorizedByTags {

    @Override
    public String key() {
        return "rename " + from;
    }

    @Override
    public String description() {
        return "rename instance " + from + " to " + to;
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control().renameInstance(from, to);
    }
}
