package io.aurorarestore.model.aws;

import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.RestoreId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An instance of an Aurora cluster as DescribeDBInstances shows it.
 *
 * @param resourceId {@code DbiResourceId}: never changes
 * @param status RDS's own word for its state
 * @param uncarried what is set of it and would not be of one that is made in its place, as {@code PromotionTier=15}
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
        Map<String, String> tags,
        List<String> uncarried) {

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
