package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.RdsRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The region that is restored to, now and, where Describe calls are late, as it was a while ago. */
final class Region {

    private static final Duration REMEMBERED = Duration.ofMinutes(2);

    private final RdsRegion region;
    private final View present;
    private final boolean late;
    private final Deque<PastView> views = new ArrayDeque<>();

    /** @param late whether it is ever seen as it was before */
    Region(RdsRegion region, boolean late) {
        this.region = region;
        this.present = new PresentView(region);
        this.late = late;
    }

    RdsRegion rds() {
        return region;
    }

    /** Something in it may be other than before. */
    void changed() {
        if (!late) {
            return;
        }
        Instant forgotten = region.now().minus(REMEMBERED);
        while (views.size() > 1 && views.peek().from().isBefore(forgotten)) {
            views.remove();
        }
        views.add(PastView.of(region));
    }

    View now() {
        return late ? views.getLast() : present;
    }

    /** As it was then, or as long ago as is remembered. */
    View at(Instant when) {
        if (!late) {
            return present;
        }
        PastView found = views.peek();
        for (PastView view : views) {
            found = view.from().isAfter(when) ? found : view;
        }
        return found;
    }
}
