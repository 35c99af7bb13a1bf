package io.aurorarestore.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/**
 * Processes a batch's messages side by side; only those that fail are delivered again.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Partial batches</a>
 */
@ApplicationScoped
class BatchProcessor {

    private static final Logger LOG = Logger.getLogger(BatchProcessor.class);

    SQSBatchResponse work(SQSEvent event, InvocationDeadline left, Function<SQSMessage, Uni<Void>> work) {
        return work(event, left, work, UnaryOperator.identity());
    }

    /** @param around what is done before the first message and after the last one */
    SQSBatchResponse work(
            SQSEvent event,
            InvocationDeadline left,
            Function<SQSMessage, Uni<Void>> work,
            UnaryOperator<Uni<List<BatchItemFailure>>> around) {
        List<Uni<BatchItemFailure>> all = event.getRecords().stream()
                .map(message -> outcome(message, work))
                .toList();
        try {
            List<BatchItemFailure> failures =
                    around.apply(Uni.join().all(all).andFailFast()).await().atMost(left.toWork());
            return new SQSBatchResponse(
                    failures.stream().filter(Objects::nonNull).toList());
        } catch (TimeoutException e) {
            throw endProcess();
        }
    }

    /** Answers null where the message was worked on. */
    private static Uni<BatchItemFailure> outcome(SQSMessage message, Function<SQSMessage, Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(() -> work.apply(message))
                .map(done -> (BatchItemFailure) null)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf(failure, "message=%s will come again", message.getMessageId());
                    return new BatchItemFailure(message.getMessageId());
                });
    }

    /**
     * A call is still in flight. Lambda would freeze the process and thaw it at the next invocation, and the call would
     * act long after its lease: the process has to go, and the messages come again.
     */
    private static IllegalStateException endProcess() {
        LOG.error("out of time with a call in flight: the process ends, the batch will come again");
        Runtime.getRuntime().halt(1);
        return new IllegalStateException("unreachable");
    }
}
