package io.aurorarestore.command;

import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Takes a snapshot of a cluster while it is whole. */
public record SnapshotCluster(String snapshot, String cluster, Map<String, String> tags) implements AuthorizedByTags {

    @Override
    public String key() {
        return "snapshot";
    }

    @Override
    public String description() {
        return "take final snapshot " + snapshot + " of " + cluster;
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control().snapshotCluster(snapshot, cluster, tags);
    }
}
