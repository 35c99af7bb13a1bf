package io.aurorarestore.local.time;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Wall-clock time on which delays pass faster: {@link #now()} is the real time, a delay is divided by the speed. Actions
 * run one at a time on one daemon thread; one that fails is logged and stops nothing.
 */
public final class RealTimeline implements ServiceTime, AutoCloseable {

    private static final Logger LOG = System.getLogger(RealTimeline.class.getName());

    private final double speed;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, RealTimeline::daemon);

    /** @param speed how many simulated seconds pass in a real one, more than 0 */
    public RealTimeline(double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("The speed must be more than 0, not " + speed);
        }
        this.speed = speed;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void after(Duration delay, Runnable action) {
        if (!thread.isShutdown()) {
            thread.schedule(() -> run(action), (long) (delay.toNanos() / speed), TimeUnit.NANOSECONDS);
        }
    }

    /** Drops everything that is still due. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error problem) {
            LOG.log(Level.ERROR, "A simulated action failed", problem);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "timeline");
        thread.setDaemon(true);
        return thread;
    }
}
