package io.aurorarestore.local.rds;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A cluster snapshot inside the model. Under the model's lock only. */
final class SnapshotState {

    static final String MANUAL = "manual";
    static final String AUTOMATED = "automated";
    static final String SHARED = "shared";
    static final String BACKUP = "awsbackup";

    private static final int WHOLE = 100;

    private final Arn arn;
    private final DbSnapshot.Origin origin;
    private final String type;
    private final Instant created;
    private final DataVolume volume;
    private final @Nullable String copiedFrom;
    private final ResourceStatus status;
    private final Map<String, String> tags;
    private final CompletableFuture<Void> completion = new CompletableFuture<>();
    private int percent;
    private CompletableFuture<Void> inUse = CompletableFuture.completedFuture(null);

    SnapshotState(
            Arn arn,
            DbSnapshot.Origin origin,
            String type,
            Instant created,
            DataVolume volume,
            @Nullable String copiedFrom,
            ResourceStatus status,
            Map<String, String> tags) {
        this.arn = arn;
        this.origin = origin;
        this.type = type;
        this.created = created;
        this.volume = volume;
        this.copiedFrom = copiedFrom;
        this.status = status;
        this.tags = new TreeMap<>(tags);
        this.percent = status.is(ResourceStatus.AVAILABLE) ? WHOLE : 0;
    }

    Arn arn() {
        return arn;
    }

    DbSnapshot.Origin origin() {
        return origin;
    }

    String type() {
        return type;
    }

    DataVolume volume() {
        return volume;
    }

    ResourceStatus status() {
        return status;
    }

    Map<String, String> tags() {
        return tags;
    }

    boolean ownedManual() {
        return type.equals(MANUAL);
    }

    void progress(int reached) {
        percent = Math.max(percent, reached);
    }

    void complete() {
        percent = WHOLE;
        status.become(ResourceStatus.AVAILABLE);
        completion.complete(null);
    }

    void fail(String word) {
        status.become(word);
        completion.completeExceptionally(new IllegalStateException("The snapshot %s is %s".formatted(arn, word)));
    }

    /** Done when it is available, failed if it never will be. */
    CompletionStage<Void> completion() {
        return completion;
    }

    /** Its volume is being written or read: it must not go before that ends. */
    CompletionStage<Void> using(CompletionStage<Void> work) {
        inUse = CompletableFuture.allOf(
                inUse, work.handle((done, problem) -> null).toCompletableFuture());
        return work;
    }

    CompletionStage<Void> unused() {
        return inUse;
    }

    DbSnapshot view() {
        return new DbSnapshot(
                arn.id(),
                arn.toString(),
                origin,
                type,
                status.shown(),
                percent,
                created,
                volume,
                copiedFrom,
                Map.copyOf(tags));
    }
}
