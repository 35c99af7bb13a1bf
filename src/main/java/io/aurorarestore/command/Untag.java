package io.aurorarestore.command;

import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Removes tags from a resource. */
public record Untag(String arn, List<String> keys) implements AuthorizedByTags {

    public static final String KEY = "untag";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String description() {
        return "remove tags " + keys + " from " + arn;
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control().untag(arn, keys);
    }
}
