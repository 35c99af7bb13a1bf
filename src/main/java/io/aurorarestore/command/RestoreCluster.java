package io.aurorarestore.command;

import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.restore.OwnedResource;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;

/** Restores a snapshot, or a cluster's data of a moment, as a new cluster. */
public record RestoreCluster(String cluster, RestoreSource from, ClusterSettings settings, Map<String, String> tags)
        implements Command {

    public static final String KEY = "restore";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String description() {
        return "restore " + from.description() + " as cluster " + cluster;
    }

    @Override
    public boolean needsItsSource() {
        return true;
    }

    @Override
    public Optional<OwnedResource> creates(Home home) {
        return Optional.of(OwnedResource.planned(ResourceKind.CLUSTER, cluster, home.clusterArn(cluster)));
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control().restoreCluster(cluster, from, settings, tags);
    }
}
