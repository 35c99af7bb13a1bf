package io.aurorarestore.command;

import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;

/** Turns on the RDS Data API of a cluster, which no call that makes one can. */
public record EnableDataApi(String cluster, String arn) implements AuthorizedByTags {

    public static final String KEY = "data API";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String description() {
        return "turn on the Data API of " + cluster;
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control().enableDataApi(arn);
    }
}
