package io.aurorarestore.local.rds;

import org.jspecify.annotations.Nullable;

/**
 * An endpoint of a cluster.
 *
 * @param id a custom endpoint's, or null
 * @param type {@code WRITER}, {@code READER} or {@code CUSTOM}
 */
public record ClusterEndpoint(@Nullable String id, String type, DbCluster cluster) {

    public boolean custom() {
        return id != null;
    }

    String key() {
        return String.join("/", cluster.id(), type, id == null ? "" : id);
    }
}
