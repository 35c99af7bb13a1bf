package io.aurorarestore.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import io.aurorarestore.app.metrics.Metrics;
import io.aurorarestore.engine.OverdueRestores;
import io.aurorarestore.port.EarlierItems;
import jakarta.inject.Named;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Handles the schedule of the sweep: wakes the restores whose wake-up was lost, and rewrites what an earlier version has
 * stored.
 */
@Named("sweep")
class SweepHandler implements RequestHandler<ScheduledEvent, String> {

    private static final Logger LOG = Logger.getLogger(SweepHandler.class);

    private final OverdueRestores overdue;
    private final EarlierItems earlier;
    private final Metrics metrics;

    SweepHandler(OverdueRestores overdue, EarlierItems earlier, Metrics metrics) {
        this.overdue = overdue;
        this.earlier = earlier;
        this.metrics = metrics;
    }

    /** What is not woken in time is still overdue at the next run. */
    @Override
    public String handleRequest(ScheduledEvent event, Context context) {
        InvocationDeadline left = InvocationDeadline.of(context);
        Instant until = Instant.now().plus(left.toWork()).minus(OverdueRestores.LONGEST_CALL);
        int woken = overdue.wake(until).await().atMost(left.toWork());
        metrics.overdue(woken);
        if (woken > 0) {
            LOG.infof("woke overdue restores=%d", woken);
        }
        rewrite(until, left);
        return woken + " woken";
    }

    private void rewrite(Instant until, InvocationDeadline left) {
        int rewritten = earlier.rewrite(until).await().atMost(left.toWork());
        if (rewritten > 0) {
            LOG.infof("rewrote restores of an earlier version=%d", rewritten);
        }
    }
}
