package io.aurorarestore.port;

import io.aurorarestore.model.settings.ClusterSettings;
import java.util.Map;

/**
 * An instance that is to be created, as CreateDBInstance takes it.
 *
 * @param settings of the restore, of which an instance has its parameter group, its CA certificate and whether it is
 *     publicly accessible
 */
public record InstanceSpec(
        String name,
        String cluster,
        String engine,
        String instanceClass,
        ClusterSettings settings,
        Map<String, String> tags) {}
