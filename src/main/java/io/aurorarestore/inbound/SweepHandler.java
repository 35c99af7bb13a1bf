package io.aurorarestore.inbound;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import io.aurorarestore.metrics.Metrics;
import io.aurorarestore.port.Restores;
import io.aurorarestore.port.WakeUps;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.saga.Hint;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** The safety net: wakes the restores whose wake-up was lost. */
@Named("sweep")
class SweepHandler implements RequestHandler<ScheduledEvent, String> {

    private static final Logger LOG = Logger.getLogger(SweepHandler.class);
    private static final int AT_MOST = 1000;

    /** A wake-up on its way is not lost yet. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Restores restores;
    private final WakeUps wakeUps;
    private final Clock clock;
    private final Metrics metrics;

    SweepHandler(Restores restores, WakeUps wakeUps, Clock clock, Metrics metrics) {
        this.restores = restores;
        this.wakeUps = wakeUps;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public String handleRequest(ScheduledEvent event, Context context) {
        List<RestoreId> woken = restores.overdue(clock.instant().minus(GRACE), AT_MOST)
                .chain(this::wake)
                .await()
                .atMost(TimeLeft.of(context).toWork());
        metrics.overdue(woken.size());
        if (!woken.isEmpty()) {
            LOG.infof("woke overdue restores=%s", woken);
        }
        return woken.size() + " woken";
    }

    private Uni<List<RestoreId>> wake(List<RestoreId> overdue) {
        return Multi.createFrom()
                .iterable(overdue)
                .onItem()
                .transformToUniAndMerge(
                        id -> wakeUps.send(id, Hint.ANY_CHAIN, Duration.ZERO).replaceWith(id))
                .collect()
                .asList();
    }
}
