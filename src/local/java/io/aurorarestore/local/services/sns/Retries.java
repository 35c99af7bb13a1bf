package io.aurorarestore.local.services.sns;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Tries a delivery over HTTP again where SNS would: after no answer, a 429 and every 5xx; sooner than SNS does. What does
 * not arrive is dropped with a line in the log.
 *
 * @param first the pause after the first try; each further pause is twice the one before
 * @param most how often it is tried again
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html">AWS</a>
 */
record Retries(Duration first, int most) {

    private static final Logger LOG = Logger.getLogger(Retries.class);
    private static final int NO_ANSWER = 0;

    /** @param attempt gives the answer's status; called again for each try */
    void start(String what, Supplier<CompletableFuture<Integer>> attempt) {
        run(what, attempt, first, most);
    }

    private void run(String what, Supplier<CompletableFuture<Integer>> attempt, Duration pause, int left) {
        attempt.get().exceptionally(failure -> NO_ANSWER).thenAccept(status -> {
            if (isTemporary(status) && left > 0) {
                later(pause, () -> run(what, attempt, pause.multipliedBy(2), left - 1));
            } else if (status < 200 || status > 299) {
                LOG.warnf("%s is dropped: %s", what, status == NO_ANSWER ? "no answer" : "answered " + status);
            }
        });
    }

    private static boolean isTemporary(int status) {
        return status == NO_ANSWER || status == 429 || status >= 500;
    }

    private static void later(Duration pause, Runnable work) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(work);
    }
}
