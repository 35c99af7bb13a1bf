package io.aurorarestore.model.restore;

import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.aws.Snapshot;
import java.time.Instant;
import java.util.Optional;

/**
 * What the steps found out and later steps build on.
 *
 * @param source what the request means: a snapshot, or a cluster's data of a moment
 * @param usable our copy of it, where it cannot be restored from as it is
 * @param endpoint where the restored cluster answers now
 * @param predecessor the cluster that has the target's name, if one does
 * @param retiresAt when the cluster that was set aside is to be deleted, if it is
 * @param managedSecret ARN of the secret that RDS keeps for the restored cluster's master user, if it does
 * @param dataOf of when the data is, where the source does not say it by itself: of a copy if that can be seen, and of
 *     a clone once it is made
 */
public record StepOutputs(
        Optional<RestoreSource> source,
        Optional<Snapshot> usable,
        Optional<Endpoint> endpoint,
        Optional<Predecessor> predecessor,
        Optional<String> managedSecret,
        Optional<Instant> retiresAt,
        Optional<Instant> dataOf) {

    public static final StepOutputs NONE = new StepOutputs(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** What to restore from. */
    public RestoreSource restorable() {
        return usable.<RestoreSource>map(copy -> copy).or(() -> source).orElseThrow();
    }

    /** The source where it is a snapshot. */
    public Optional<Snapshot> snapshot() {
        return source.flatMap(RestoreSource::snapshot);
    }

    public StepOutputs withSource(RestoreSource found) {
        return new StepOutputs(Optional.of(found), usable, endpoint, predecessor, managedSecret, retiresAt, dataOf);
    }

    public StepOutputs withDataOf(Optional<Instant> taken) {
        return new StepOutputs(source, usable, endpoint, predecessor, managedSecret, retiresAt, taken);
    }

    /** Of when the data is, as far as it is known. */
    public Optional<Instant> dataTime() {
        return dataOf.or(() -> source.flatMap(found -> found.fold(
                snapshot -> snapshot.copiedFrom().isPresent() ? Optional.empty() : Optional.of(snapshot.createdAt()),
                ClusterMoment::at)));
    }

    /** Of a source that is a copy: what it was copied from, and how old its data is. */
    public Optional<String> provenance() {
        return snapshot()
                .flatMap(copy -> copy.copiedFrom()
                        .map(from -> "copied from " + from
                                + dataOf.map(taken -> ", data of " + taken)
                                        .orElse(": its data may be older than its creation, " + copy.createdAt())));
    }

    public StepOutputs withUsable(Snapshot found) {
        return new StepOutputs(source, Optional.of(found), endpoint, predecessor, managedSecret, retiresAt, dataOf);
    }

    public StepOutputs withEndpoint(Endpoint found) {
        return new StepOutputs(source, usable, Optional.of(found), predecessor, managedSecret, retiresAt, dataOf);
    }

    public StepOutputs withPredecessor(Predecessor found) {
        return new StepOutputs(source, usable, endpoint, Optional.of(found), managedSecret, retiresAt, dataOf);
    }

    public StepOutputs withManagedSecret(Optional<String> found) {
        return new StepOutputs(source, usable, endpoint, predecessor, found.or(() -> managedSecret), retiresAt, dataOf);
    }

    public StepOutputs withRetirement(Instant due) {
        return new StepOutputs(source, usable, endpoint, predecessor, managedSecret, Optional.of(due), dataOf);
    }
}
