package io.aurorarestore.command;

import io.aurorarestore.model.settings.Attributes;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.TreeMap;

/** Sets attributes of a cluster that no call that makes one can set. */
public record ChangeCluster(String cluster, Attributes attributes) implements AuthorizedByTags {

    public static final String KEY = "attributes";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String description() {
        return "set " + new TreeMap<>(attributes.bySetting()) + " of " + cluster;
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control().changeCluster(cluster, attributes);
    }
}
