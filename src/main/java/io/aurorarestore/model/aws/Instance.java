package io.aurorarestore.model.aws;

import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.settings.ClusterSettings;
import java.util.Map;

/**
 * An instance of an Aurora cluster as DescribeDBInstances shows it.
 *
 * @param resourceId {@code DbiResourceId}: never changes
 * @param status RDS's own word for its state
 * @param settings how it is set up for itself
 */
public record Instance(
        String name,
        String arn,
        String resourceId,
        String status,
        String instanceClass,
        ClusterSettings settings,
        Map<String, String> tags) {

    /** So Application Auto Scaling names the readers that it makes, and removes again. */
    private static final String AUTOSCALED = "application-autoscaling-";

    public ResourceState state() {
        return ResourceState.of(status);
    }

    public boolean available() {
        return state() == ResourceState.AVAILABLE;
    }

    public boolean ownedBy(RestoreId restore) {
        return Ownership.isOurs(restore, tags);
    }

    public boolean isAutoscaled() {
        return name.startsWith(AUTOSCALED);
    }
}
