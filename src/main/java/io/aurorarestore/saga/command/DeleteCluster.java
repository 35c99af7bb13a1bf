package io.aurorarestore.saga.command;

import io.aurorarestore.port.World;
import io.smallrye.mutiny.Uni;

/** Deletes a cluster that stands under a name of this restore. Never takes a snapshot: that is a step before. */
public record DeleteCluster(String cluster, String resourceId) implements Command {

    /** Of the command on this cluster, for those who ask whether it was carried out. */
    public static String key(String cluster) {
        return "delete " + cluster;
    }

    @Override
    public String key() {
        return key(cluster);
    }

    @Override
    public String words() {
        return "delete cluster " + cluster + " (" + resourceId + ")";
    }

    @Override
    public Uni<Void> on(World world) {
        return world.control().deleteCluster(this);
    }
}
