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

    /**
     * @param attempt gives the answer's status; called again for each try
     * @return whether it arrived, once that is known
     */
    CompletableFuture<Boolean> start(String what, Supplier<CompletableFuture<Integer>> attempt) {
        return run(attempt, first, most).thenApply(status -> {
            boolean arrived = status >= 200 && status < 300;
            if (!arrived) {
                LOG.warnf("%s is dropped: %s", what, status == NO_ANSWER ? "no answer" : "answered " + status);
            }
            return arrived;
        });
    }

    private CompletableFuture<Integer> run(Supplier<CompletableFuture<Integer>> attempt, Duration pause, int left) {
        return attempt.get()
                .exceptionally(failure -> NO_ANSWER)
                .thenCompose(status -> isTemporary(status) && left > 0
                        ? later(pause).thenCompose(rested -> run(attempt, pause.multipliedBy(2), left - 1))
                        : CompletableFuture.completedFuture(status));
    }

    private static boolean isTemporary(int status) {
        return status == NO_ANSWER || status == 429 || status >= 500;
    }

    private static CompletableFuture<Void> later(Duration pause) {
        return CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS));
    }
}
