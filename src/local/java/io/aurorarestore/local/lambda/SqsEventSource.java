package io.aurorarestore.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.local.services.sqs.Message;
import io.aurorarestore.local.services.sqs.Queue;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Lambda's event source mapping of a queue: takes batches, invokes the function, deletes what succeeded. What failed is
 * left to the queue's visibility timeout and redrive policy.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Error handling</a>
 */
public final class SqsEventSource implements AutoCloseable {

    private static final Duration LONG_POLL = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();

    private final Queue queue;
    private final LambdaFunction function;
    private final Batching batching;
    private final ExecutorService pollers = Executors.newCachedThreadPool(Daemons.named("event-source"));
    private volatile boolean closed;

    /** @param partialFailures whether the function reports which messages failed */
    public record Batching(String region, int size, int pollers, boolean partialFailures) {}

    public SqsEventSource(Queue queue, LambdaFunction function, Batching batching) {
        this.queue = queue;
        this.function = function;
        this.batching = batching;
    }

    public void start() {
        for (int poller = 0; poller < batching.pollers(); poller++) {
            pollers.execute(this::poll);
        }
    }

    private void poll() {
        while (!closed) {
            try {
                work(queue.receive(batching.size(), LONG_POLL));
            } catch (RuntimeException e) {
                if (!closed) {
                    System.err.println("event source of " + queue.arn() + ": " + e);
                }
            }
        }
    }

    private void work(List<Message> batch) {
        if (batch.isEmpty()) {
            return;
        }
        byte[] event = SqsEvents.event(batch, queue.arn(), batching.region());
        InvocationResult result = function.invoke(event).join();
        Set<String> failed = failures(batch, result);
        batch.stream()
                .filter(message -> !failed.contains(message.id()))
                .forEach(message -> queue.delete(message.receiptHandle()));
    }

    /** All of them, where the answer cannot be understood. */
    private Set<String> failures(List<Message> batch, InvocationResult result) {
        Set<String> all = batch.stream().map(Message::id).collect(Collectors.toSet());
        if (result.failed()) {
            return all;
        }
        return batching.partialFailures()
                ? reported(result).filter(all::containsAll).orElse(all)
                : Set.of();
    }

    private static Optional<Set<String>> reported(InvocationResult result) {
        try {
            JsonNode failures = JSON.readTree(result.payload()).path("batchItemFailures");
            return Optional.of(StreamSupport.stream(failures.spliterator(), false)
                    .map(failure -> failure.path("itemIdentifier").asText(""))
                    .collect(Collectors.toSet()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        closed = true;
        pollers.shutdownNow();
    }
}
