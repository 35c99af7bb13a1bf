package io.aurorarestore.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.aurorarestore.engine.Reconciler;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import java.util.List;

/**
 * Handles messages of the queue {@code inbox}: RDS events, requests, wake-ups and reports. A message is acknowledged
 * once every restore that it concerns was reconciled.
 */
@Named("inbox")
class InboxHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final InboxMessageParser parser = new InboxMessageParser();
    private final MessageRouter router;
    private final Reconciler reconciler;
    private final BatchProcessor batches;

    InboxHandler(MessageRouter router, Reconciler reconciler, BatchProcessor batches) {
        this.router = router;
        this.reconciler = reconciler;
        this.batches = batches;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return work(event, InvocationDeadline.of(context));
    }

    SQSBatchResponse work(SQSEvent event, InvocationDeadline deadline) {
        PerRestoreQueue queue = new PerRestoreQueue();
        return batches.work(
                event,
                deadline,
                message -> router.route(parser.parse(message)).chain(tasks -> reconcile(tasks, deadline, queue)));
    }

    /** One after the other, each whatever became of the ones before it; then the message fails if one did. */
    private Uni<Void> reconcile(List<ReconcileTask> tasks, InvocationDeadline deadline, PerRestoreQueue queue) {
        if (tasks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Uni<Void>> all = tasks.stream()
                .map(task -> Uni.createFrom()
                        .deferred(() -> queue.inTurn(
                                task.restore(),
                                () -> reconciler.reconcile(task.restore(), task.trigger(), deadline.invocation()))))
                .toList();
        return Uni.join().all(all).usingConcurrencyOf(1).andCollectFailures().replaceWithVoid();
    }
}
