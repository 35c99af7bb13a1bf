package io.aurorarestore.model.aws;

import java.util.Map;

/**
 * Which cluster of the home region is meant.
 *
 * @param byResourceId whether by what never changes, {@code DbClusterResourceId}, and so a deleted one, too; else by its
 *     present name
 */
public record ClusterKey(boolean byResourceId, String value) {

    public static ClusterKey named(String name) {
        return new ClusterKey(false, name);
    }

    public static ClusterKey ofResource(String id) {
        return new ClusterKey(true, id);
    }

    /** As a request says it. */
    public Map<String, String> asked() {
        return Map.of(byResourceId ? "resourceId" : "cluster", value);
    }
}
