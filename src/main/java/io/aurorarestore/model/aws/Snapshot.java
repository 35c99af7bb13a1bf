package io.aurorarestore.model.aws;

import io.aurorarestore.model.Names;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.RestoreId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A cluster snapshot as DescribeDBClusterSnapshots shows it.
 *
 * @param status RDS's own word for its state
 * @param percent progress of its creation or copy, 0 to 100
 * @param kmsKeyId the key it is encrypted with, if it is
 * @param encrypted whether its storage is; RDS may use a key of its own, which has no id here
 * @param copiedFrom the ARN it was copied from, if it was
 * @param type RDS's word: {@code manual}, {@code automated}, {@code awsbackup} or {@code shared}
 * @param clusterResourceId {@code DbClusterResourceId} of the cluster it was taken of, whatever that is called now
 * @param sizeGib how large it is in GiB, where RDS says so: of Aurora's it may say 0 or 1 whatever they hold
 */
public record Snapshot(
        String id,
        String arn,
        String cluster,
        String status,
        int percent,
        Instant createdAt,
        String engine,
        String engineVersion,
        String masterUser,
        Optional<String> kmsKeyId,
        boolean encrypted,
        Optional<String> copiedFrom,
        Optional<String> type,
        Optional<String> clusterResourceId,
        Map<String, String> tags,
        Optional<Integer> sizeGib)
        implements RestoreSource {

    private static final String AUTOMATED = "automated";
    private static final String AUTOMATED_ID = "rds:";

    @Override
    public String description() {
        return "snapshot " + id;
    }

    @Override
    public <T> T fold(Function<Snapshot, T> snapshot, Function<ClusterMoment, T> moment) {
        return snapshot.apply(this);
    }

    public ResourceState state() {
        return ResourceState.of(status);
    }

    public boolean available() {
        return state() == ResourceState.AVAILABLE;
    }

    public String region() {
        return arn.split(":", 6)[3];
    }

    public String account() {
        return arn.split(":", 6)[4];
    }

    /** Whether RDS removes it when it deletes the cluster it was taken of. */
    public boolean goesWithItsCluster() {
        return type.map(AUTOMATED::equals).orElseGet(() -> id.startsWith(AUTOMATED_ID));
    }

    /** Whether a restore of ours made it for itself: such a one is only meant where it is named. */
    public boolean isOurs() {
        return Ownership.isMade(tags) && id.startsWith(Names.PREFIX);
    }

    public boolean isBeingCopied() {
        return state() == ResourceState.CHANGING && copiedFrom.isPresent();
    }

    /** Whether another restore of ours is at work on it. */
    public boolean isPassing(RestoreId restore) {
        return state() == ResourceState.CHANGING && Ownership.isOfAnother(restore, tags);
    }

    public boolean ownedBy(RestoreId restore) {
        return Ownership.isOurs(restore, tags);
    }
}
