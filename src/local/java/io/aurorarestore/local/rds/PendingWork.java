package io.aurorarestore.local.rds;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Work that RDS has accepted. It is done when its time is over and then its data plane's part is; it fails if that does,
 * or on request.
 *
 * @param data asked for when the time is over; may give what was begun before
 * @param failure the status it ends in if the data plane fails
 * @param failed takes the status that the resource ends in
 */
record PendingWork(
        String operation,
        Duration takes,
        Supplier<CompletionStage<Void>> data,
        String failure,
        Runnable done,
        Consumer<String> failed) {

    static final Supplier<CompletionStage<Void>> NO_DATA = () -> CompletableFuture.completedStage(null);
}
