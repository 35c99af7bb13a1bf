package io.aurorarestore.command;

import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.restore.OwnedResource;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Deletes a cluster that stands under a name of this restore. Never takes a snapshot: that is a step before.
 *
 * @param keepsBackups whether its automated backups are retained until their time is over
 */
public record DeleteCluster(String cluster, String resourceId, boolean keepsBackups) implements AuthorizedByTags {

    /** Of the command on this cluster, for those who ask whether it was carried out. */
    public static String key(String cluster) {
        return "delete " + cluster;
    }

    @Override
    public String key() {
        return key(cluster);
    }

    @Override
    public String description() {
        return "delete cluster " + cluster + " (" + resourceId + ")"
                + (keepsBackups ? ", its automated backups retained" : "");
    }

    @Override
    public Optional<String> byHand() {
        return Optional.of(
                OwnedResource.planned(ResourceKind.CLUSTER, cluster, "").removal());
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control().deleteCluster(cluster, keepsBackups);
    }
}
