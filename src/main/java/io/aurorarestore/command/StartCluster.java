package io.aurorarestore.command;

import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Starts a cluster that is stopped, with its instances. */
public record StartCluster(String cluster) implements AuthorizedByTags {

    public static final String KEY = "start";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String description() {
        return "start cluster " + cluster;
    }

    @Override
    public Optional<String> byHand() {
        return Optional.of("aws rds start-db-cluster --db-cluster-identifier " + cluster);
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control().startCluster(cluster);
    }
}
