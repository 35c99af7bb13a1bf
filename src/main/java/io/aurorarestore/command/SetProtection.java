package io.aurorarestore.command;

import io.aurorarestore.model.restore.Progress;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;

/** Turns a cluster's deletion protection on or off. */
public record SetProtection(String cluster, boolean on) implements AuthorizedByTags {

    public static final String ON = "protection";
    public static final String OFF = Progress.PROTECTION_LIFTED;

    @Override
    public String key() {
        return on ? ON : OFF;
    }

    @Override
    public String description() {
        return (on ? "protect " : "lift the deletion protection of ") + cluster;
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control().setProtection(cluster, on);
    }
}
