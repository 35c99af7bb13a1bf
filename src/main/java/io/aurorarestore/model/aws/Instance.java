package io.aurorarestore.model.aws;

import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.RestoreId;
import java.util.Map;
import java.util.Optional;

/**
 * An instance of an Aurora cluster as DescribeDBInstances shows it.
 *
 * @param resourceId {@code DbiResourceId}: never changes
 * @param status RDS's own word for its state
 */
public record Instance(
        String name,
        String arn,
        String resourceId,
        String status,
        String instanceClass,
        Optional<String> parameterGroup,
        Optional<Boolean> publiclyAccessible,
        Optional<String> caCertificate,
        Map<String, String> tags) {

    public ResourceState state() {
        return ResourceState.of(status);
    }

    public boolean available() {
        return state() == ResourceState.AVAILABLE;
    }

    public boolean ownedBy(RestoreId restore) {
        return Ownership.isOurs(restore, tags);
    }
}
