package io.aurorarestore.saga.command;

import io.aurorarestore.port.World;
import io.smallrye.mutiny.Uni;

/** Turns a cluster's deletion protection on or off. */
public record SetProtection(String cluster, boolean on) implements Command {

    public static final String KEY = "protection";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String words() {
        return (on ? "protect " : "lift the deletion protection of ") + cluster;
    }

    @Override
    public Uni<Void> on(World world) {
        return world.control().setProtection(this);
    }
}
