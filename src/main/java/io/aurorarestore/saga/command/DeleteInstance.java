package io.aurorarestore.saga.command;

import io.aurorarestore.port.World;
import io.smallrye.mutiny.Uni;

/** Deletes an instance of a cluster that stands under a name of this restore. */
public record DeleteInstance(String instance, String resourceId) implements Command {

    @Override
    public String key() {
        return "delete " + instance;
    }

    @Override
    public String words() {
        return "delete instance " + instance + " (" + resourceId + ")";
    }

    @Override
    public Uni<Void> on(World world) {
        return world.control().deleteInstance(this);
    }
}
