package io.aurorarestore.command;

import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;

/** Stops a cluster with its instances. RDS refuses it while one of them changes. */
public record StopCluster(String cluster) implements AuthorizedByTags {

    public static final String KEY = "stop";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String description() {
        return "stop cluster " + cluster
                + ", so that its certificate is made anew when it starts: nobody serves as it until then";
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control().stopCluster(cluster);
    }
}
