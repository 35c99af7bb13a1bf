package io.aurorarestore.command;

import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;

/** Adds tags to, or overwrites them on, a resource that the restore works with. */
public record Tag(String arn, Map<String, String> tags) implements AuthorizedByTags {

    public static final String KEY = "tag";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String description() {
        return "tag " + arn + " with " + tags;
    }

    @Override
    public Set<Seen> changes() {
        return Set.of();
    }

    @Override
    public Uni<Void> on(Ports ports) {
        return ports.control().tag(arn, tags);
    }
}
