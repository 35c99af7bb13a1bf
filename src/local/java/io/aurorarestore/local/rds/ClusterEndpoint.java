package io.aurorarestore.local.rds;

import org.jspecify.annotations.Nullable;

/**
 * An endpoint of a cluster.
 *
 * @param id a custom endpoint's, or null
 * @param type writer, reader or custom
 */
public record ClusterEndpoint(@Nullable String id, EndpointKind type, DbCluster cluster) {

    public boolean custom() {
        return id != null;
    }

    public String host() {
        return id == null ? cluster.host(type) : type.host(cluster.region(), id);
    }

    String key() {
        return String.join("/", cluster.id(), type.name(), id == null ? "" : id);
    }
}
