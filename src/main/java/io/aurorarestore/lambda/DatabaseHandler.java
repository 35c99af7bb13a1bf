package io.aurorarestore.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.engine.DatabaseJobRunner;
import io.aurorarestore.json.QueueMessages;
import io.aurorarestore.json.UnreadableMessageException;
import io.aurorarestore.model.restore.DatabaseJob;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;

/**
 * Handles messages of the queue {@code database}: runs database jobs in the only function that may connect to a
 * restored cluster.
 */
@Named("database")
class DatabaseHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private static final JsonMapper JSON = new JsonMapper();

    private final DatabaseJobRunner runner;
    private final BatchProcessor batches;

    DatabaseHandler(DatabaseJobRunner runner, BatchProcessor batches) {
        this.runner = runner;
        this.batches = batches;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        InvocationDeadline left = InvocationDeadline.of(context);
        return batches.work(event, left, message -> run(message, left));
    }

    private Uni<Void> run(SQSMessage message, InvocationDeadline left) {
        return Uni.createFrom().item(() -> job(message.getBody())).chain(job -> runner.run(job, left.ends()));
    }

    private static DatabaseJob job(String body) {
        try {
            return QueueMessages.job(QueueMessages.read(JSON.readTree(body)).job());
        } catch (JsonProcessingException e) {
            throw new UnreadableMessageException("not a job: it is no JSON", e);
        }
    }
}
