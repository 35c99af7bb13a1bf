package io.aurorarestore.local.lambda;

import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.services.sqs.Queue;
import io.aurorarestore.local.services.sqs.ReceivedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Lambda's event source mapping of a queue: takes batches, invokes the function, deletes what succeeded. What failed is
 * left to the queue's visibility timeout, of which a sped up part begins when the function has failed, and to its redrive
 * policy. While the function works its messages stay hidden, however slow the machine is.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Error handling</a>
 */
public final class SqsEventSource implements AutoCloseable {

    /** Short: ElasticMQ does not wake who waits at a dead-letter queue for what it moves there itself. */
    private static final Duration LONG_POLL = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_AT_ONCE = 10;

    private final Queue queue;
    private final LambdaFunction function;
    private final Batching batching;
    private final ExecutorService pollers = Executors.newCachedThreadPool(Daemons.named("event-source"));
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param partialFailures whether the function reports which messages failed
     * @param speed by what the time is divided until a failed message comes again, more than 0
     */
    public record Batching(String region, int size, int pollers, boolean partialFailures, double speed) {}

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
        while (open()) {
            try {
                work(queue.receive(Math.min(batching.size(), MOST_AT_ONCE), LONG_POLL));
            } catch (RuntimeException e) {
                pauseAfter(e);
            }
        }
    }

    private boolean open() {
        return closed.getCount() > 0;
    }

    private void pauseAfter(RuntimeException e) {
        complain(e.toString());
        try {
            closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(List<ReceivedMessage> received) {
        List<ReceivedMessage> batch =
                received.stream().filter(this::mayBeWorkedOn).toList();
        received.stream().filter(message -> !mayBeWorkedOn(message)).forEach(this::cut);
        if (batch.isEmpty()) {
            return;
        }
        byte[] event = SqsEvents.event(batch, queue.arn(), batching.region());
        InvocationResult result = function.invoke(new FunctionInvocation(event, FunctionInvocation.before(batch)))
                .join();
        Set<String> failed = failures(batch, result);
        batch.stream().filter(message -> !failed.contains(message.id())).forEach(this::delete);
        batch.stream().filter(message -> failed.contains(message.id())).forEach(this::comesAgain);
    }

    private boolean mayBeWorkedOn(ReceivedMessage message) {
        return function.settings().mayLoop() || !FunctionInvocation.loops(message);
    }

    /** Never invoked again for it: the redrive policy takes it. */
    private void cut(ReceivedMessage message) {
        complain("a recursive loop ends with " + message.id() + ": " + message.body());
        comesAgain(message);
    }

    private Set<String> failures(List<ReceivedMessage> batch, InvocationResult result) {
        Set<String> all = batch.stream().map(ReceivedMessage::id).collect(Collectors.toSet());
        if (result.failed()) {
            return all;
        }
        return batching.partialFailures() ? BatchItemFailures.of(result.text(), all) : Set.of();
    }

    /** What cannot be deleted comes again; the others of its batch do not. */
    private void delete(ReceivedMessage message) {
        try {
            queue.delete(message.receiptHandle());
        } catch (AwsException e) {
            complain("cannot delete " + message.id() + ": " + e);
        }
    }

    private void complain(String what) {
        if (open()) {
            System.err.println("event source of " + queue.arn() + ": " + what);
        }
    }

    private void comesAgain(ReceivedMessage message) {
        try {
            queue.changeVisibility(message.receiptHandle(), pause());
        } catch (AwsException e) {
            complain(message.id() + " comes late: " + e);
        }
    }

    /** In whole seconds, at least one. */
    private Duration pause() {
        long seconds = queue.visibilityTimeout().toSeconds();
        return Duration.ofSeconds((long) Math.max(1, Math.ceil(seconds / batching.speed())));
    }

    @Override
    public void close() {
        closed.countDown();
        pollers.shutdownNow();
    }
}
