package io.aurorarestore.model.aws;

import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.settings.ClusterSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An Aurora cluster as DescribeDBClusters shows it.
 *
 * @param resourceId {@code DbClusterResourceId}: never changes, not even by a rename
 * @param status RDS's own word for its state
 * @param members names of its instances, the writer first
 * @param settings how it is set up
 * @param kmsKeyId the key it is encrypted with, if it is
 * @param features what a restored cluster would not get
 * @param managedSecretKey the KMS key of that secret
 * @param created when RDS made it: of a clone, when its data is of
 * @param engineVersion for instance {@code 17.4}
 * @param managedSecret ARN of the secret that RDS keeps for its master user, if it does
 */
public record Cluster(
        String name,
        String arn,
        String resourceId,
        String status,
        String masterUser,
        Endpoint endpoint,
        List<String> members,
        ClusterSettings settings,
        Optional<String> kmsKeyId,
        Optional<String> managedSecret,
        Map<String, String> tags,
        Set<ClusterFeature> features,
        Optional<String> managedSecretKey,
        Optional<Instant> created,
        Optional<String> engineVersion) {

    public ResourceState state() {
        return ResourceState.of(status);
    }

    public boolean available() {
        return state() == ResourceState.AVAILABLE;
    }

    /** Not one that is only stopping: RDS starts none before it has stopped. */
    public boolean isStopped() {
        return status.equals("stopped");
    }

    public boolean ownedBy(RestoreId restore) {
        return Ownership.isOurs(restore, tags);
    }

    /** Whether it holds room that may become free by itself. */
    public boolean isPassing(RestoreId restore) {
        return state() == ResourceState.LEAVING || Ownership.isOfAnother(restore, tags);
    }

    public boolean isProtected() {
        return settings.deletionProtection().orElse(false);
    }
}
