package io.aurorarestore.local.rds;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Lets a new snapshot, taken or copied, become available: its percentage rises on the way. */
record SnapshotProgress(RegionState site, SnapshotState snapshot) {

    private static final int PARTS = 5;
    private static final int PART = 20;

    /** @param done is told when it is available, unless it has been deleted meanwhile */
    void run(String operation, Duration takes, CompletionStage<Void> data, Consumer<SnapshotState> done) {
        CompletionStage<Void> filled = snapshot.using(data);
        IntStream.range(1, PARTS)
                .forEach(part -> site.world()
                        .after(takes.dividedBy(PARTS).multipliedBy(part), () -> snapshot.progress(part * PART)));
        site.world()
                .start(new PendingWork(
                        operation, takes, () -> filled, ResourceStatus.FAILED, () -> complete(done), snapshot::fail));
    }

    private void complete(Consumer<SnapshotState> done) {
        if (site.directory().holds(snapshot)) {
            snapshot.complete();
            done.accept(snapshot);
        }
    }
}
