package io.aurorarestore.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.aurorarestore.engine.Reconciler;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

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
        IdentityHashMap<SQSMessage, Uni<InboxMessage>> parsed = new IdentityHashMap<>();
        event.getRecords().forEach(message -> parsed.put(message, parsed(message)));
        EventBatch events =
                router.events(event.getRecords().stream().map(parsed::get).toList());
        return batches.work(
                event,
                deadline,
                message -> Objects.requireNonNull(parsed.get(message))
                        .chain(read -> router.route(read, events)
                                .chain(tasks -> reconcile(tasks, deadline, read.isPast(), queue, events))),
                all -> reconciler.gatheringNews(() -> all));
    }

    private Uni<InboxMessage> parsed(SQSMessage message) {
        return Uni.createFrom().item(() -> parser.parse(message)).memoize().indefinitely();
    }

    /** One after the other, each whatever became of the ones before it; then the message fails if one did. */
    private Uni<Void> reconcile(
            List<ReconcileTask> tasks,
            InvocationDeadline deadline,
            boolean past,
            PerRestoreQueue queue,
            EventBatch events) {
        if (tasks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Uni<Void>> all = tasks.stream()
                .map(task -> Uni.createFrom().deferred(() -> reconcile(task, deadline, past, queue, events)))
                .toList();
        return Uni.join().all(all).usingConcurrencyOf(1).andCollectFailures().replaceWithVoid();
    }

    private Uni<Void> reconcile(
            ReconcileTask task, InvocationDeadline deadline, boolean past, PerRestoreQueue queue, EventBatch events) {
        Supplier<Uni<Void>> work = () -> events.read()
                .chain(read -> reconciler.reconcile(task.restore(), task.trigger(), deadline.invocation(), read));
        return past && task.trigger().isHint() ? queue.once(task.restore(), work) : queue.inTurn(task.restore(), work);
    }
}
