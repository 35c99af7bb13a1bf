package io.aurorarestore.command;

import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.OwnedResource;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;

/** Restores a snapshot as a new cluster. The engine version is always said, never RDS's default. */
public record RestoreCluster(String cluster, Snapshot from, ClusterSettings settings, Map<String, String> tags)
        implements Command {

    @Override
    public String key() {
        return "restore";
    }

    @Override
    public String description() {
        return "restore snapshot " + from.id() + " as cluster " + cluster;
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
