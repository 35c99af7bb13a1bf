package io.aurorarestore.port;

import io.aurorarestore.model.settings.ClusterSettings;
import java.util.Map;

/**
 * An instance that is to be created, as CreateDBInstance takes it.
 *
 * @param settings its own
 */
public record InstanceSpec(
        String name,
        String cluster,
        String engine,
        String instanceClass,
        ClusterSettings settings,
        Map<String, String> tags) {}
