package io.aurorarestore.command;

import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.TreeMap;

/** Sets what no call that makes a cluster can say: some attributes, and when it is backed up and maintained. */
public record ChangeCluster(String cluster, ClusterSettings settings) implements AuthorizedByTags {

    public static final String KEY = "attributes";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String description() {
        return "set " + new TreeMap<>(settings.said()) + " of " + cluster;
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control().changeCluster(cluster, settings);
    }
}
