package io.aurorarestore.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.aurorarestore.engine.Reconciler;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/**
 * The heart's door: RDS events, requests, wake-ups and reports from the queue {@code inbox}. A message is acknowledged
 * once all that it concerns was looked at.
 */
@Named("inbox")
class InboxHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final InboxMessageParser parser = new InboxMessageParser();
    private final MessageRouter switchboard;
    private final Reconciler reconciler;
    private final BatchProcessor batches;

    InboxHandler(MessageRouter switchboard, Reconciler reconciler, BatchProcessor batches) {
        this.switchboard = switchboard;
        this.reconciler = reconciler;
        this.batches = batches;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return work(event, InvocationDeadline.of(context));
    }

    SQSBatchResponse work(SQSEvent event, InvocationDeadline left) {
        PerRestoreQueue turns = new PerRestoreQueue();
        return batches.work(event, left, message -> look(message, left, turns));
    }

    private Uni<Void> look(SQSMessage message, InvocationDeadline left, PerRestoreQueue turns) {
        return parser.parse(message).errands(switchboard).chain(errands -> all(errands, left, turns));
    }

    /** One after the other, each whatever became of the ones before it; then the message fails if one did. */
    private Uni<Void> all(List<ReconcileTask> errands, InvocationDeadline left, PerRestoreQueue turns) {
        List<Uni<Void>> looks = errands.stream()
                .map(errand -> Uni.createFrom().deferred(() -> look(errand, left, turns)))
                .toList();
        return looks.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join()
                        .all(looks)
                        .usingConcurrencyOf(1)
                        .andCollectFailures()
                        .replaceWithVoid();
    }

    private Uni<Void> look(ReconcileTask errand, InvocationDeadline left, PerRestoreQueue turns) {
        return turns.inTurn(
                errand.restore(),
                () -> reconciler.reconcile(
                        errand.restore(),
                        errand.trigger(),
                        left.invocation(UUID.randomUUID().toString())));
    }
}
