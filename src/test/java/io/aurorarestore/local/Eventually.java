package io.aurorarestore.local;

import io.aurorarestore.local.services.sqs.Queue;
import io.aurorarestore.local.services.sqs.ReceivedMessage;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Waits for what comes about in its own time: an event, a message, a line in a log. As long as a machine may need that has
 * other things to do: only what is broken takes all of it.
 */
public final class Eventually {

    public static final Duration PATIENCE = Duration.ofMinutes(8);

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** What is to hold. */
    @FunctionalInterface
    public interface Assertion {
        void check() throws Exception;
    }

    private Eventually() {}

    /** Asks until the answer is not null. */
    public static <T> T answer(Supplier<T> question) {
        return answer(PATIENCE, question);
    }

    public static <T> T answer(Duration patience, Supplier<T> question) {
        long end = System.nanoTime() + patience.toNanos();
        T answer = question.get();
        while (answer == null && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = question.get();
        }
        if (answer == null) {
            throw new AssertionError("it did not come about in " + patience);
        }
        return answer;
    }

    /** Checks until it holds; then, or in the end, says what it says. */
    public static void that(Assertion assertion) throws Exception {
        that(PATIENCE, assertion);
    }

    static void that(Duration patience, Assertion assertion) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            try {
                assertion.check();
                return;
            } catch (AssertionError notYet) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        assertion.check();
    }

    /** The next message of a queue. Asked for again and again: ElasticMQ wakes nobody for what it moves to dead letters. */
    public static ReceivedMessage message(Queue queue) {
        return answer(() -> queue.receive(1, Duration.ZERO).stream().findFirst().orElse(null));
    }
}
