package io.aurorarestore.model.aws;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * A cluster's data of a moment.
 *
 * @param at the time of the data; empty for a clone, which has what is there when RDS makes it
 * @param newKey the key that what is restored is to be encrypted with, where it is not to be the cluster's own
 */
public record ClusterMoment(SourceCluster cluster, Optional<Instant> at, Optional<String> newKey)
        implements RestoreSource {

    public boolean isClone() {
        return at.isEmpty();
    }

    /** Whether it is all that there is of a deleted cluster: that does not grow any more. */
    public boolean isAllThereIs() {
        return cluster.deleted() && at.isPresent() && at.equals(cluster.latest());
    }

    /** The same of the cluster as it is seen now: it may have been renamed, or deleted. */
    public ClusterMoment of(SourceCluster seen) {
        return new ClusterMoment(seen, at, newKey);
    }

    /** The key that the restored cluster will have. */
    public Optional<String> keyOfRestored() {
        return newKey.or(cluster::kmsKeyId);
    }

    @Override
    public String arn() {
        return cluster.arn();
    }

    @Override
    public String engine() {
        return cluster.engine();
    }

    @Override
    public String engineVersion() {
        return cluster.engineVersion();
    }

    @Override
    public boolean encrypted() {
        return cluster.encrypted();
    }

    @Override
    public Optional<String> kmsKeyId() {
        return cluster.kmsKeyId();
    }

    @Override
    public String description() {
        return at.map(time -> "cluster " + cluster.name() + " as of " + time)
                .orElseGet(() -> "a clone of cluster " + cluster.name());
    }

    @Override
    public <T> T fold(Function<Snapshot, T> snapshot, Function<ClusterMoment, T> moment) {
        return moment.apply(this);
    }
}
