package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.RdsRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The region that is restored to, now and as it was a while ago. */
final class Region {

    private static final Duration REMEMBERED = Duration.ofMinutes(2);

    private final RdsRegion region;
    private final Deque<View> views = new ArrayDeque<>();

    Region(RdsRegion region) {
        this.region = region;
    }

    RdsRegion rds() {
        return region;
    }

    /** Something in it may be other than before. */
    void changed() {
        Instant forgotten = region.now().minus(REMEMBERED);
        while (views.size() > 1 && views.peek().from().isBefore(forgotten)) {
            views.remove();
        }
        views.add(View.of(region));
    }

    View now() {
        return views.getLast();
    }

    /** As it was then, or as long ago as is remembered. */
    View at(Instant when) {
        View found = views.peek();
        for (View view : views) {
            found = view.from().isAfter(when) ? found : view;
        }
        return found;
    }
}
