package io.aurorarestore.bench;

import com.sun.management.ThreadMXBean;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.simulation.PortCalls.Call;
import io.aurorarestore.simulation.Scenario;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What so many restores cost that are all under way at once, the simulated services included.
 *
 * @param restores at once
 * @param times how often this was measured: what follows is the sum
 * @param cpu time of the one thread in which all of it happens
 * @param allocated bytes of memory that were asked for
 * @param kept bytes that are still there when all have ended, most of them in the simulated store
 * @param calls HTTP requests
 * @param first what each of the first ten asked of AWS, by the call of the port
 */
record ScaleRun(
        int restores,
        int times,
        Duration cpu,
        long allocated,
        long kept,
        long calls,
        List<Map<String, Integer>> first) {

    private static final int FIRST = 10;
    private static final double MILLI = 1_000_000;
    private static final double KB = 1024;

    /** By then no message is on its way. */
    private static final Duration STILL = Duration.ofHours(1);

    /** All are asked for long before the first is done, and not in one moment. */
    private static final Duration BETWEEN = Duration.ofMillis(10);

    static ScaleRun of(int restores) {
        return new Run(restores).measured();
    }

    double callsEach() {
        return each(calls);
    }

    double millisEach() {
        return each(cpu.toNanos()) / MILLI;
    }

    double allocatedKbEach() {
        return each(allocated) / KB;
    }

    double keptKbEach() {
        return Math.max(0, each(kept) / KB);
    }

    private double each(long sum) {
        return sum / (double) restores / times;
    }

    /** Measured once more. */
    ScaleRun plus(ScaleRun more) {
        return new ScaleRun(
                restores,
                times + more.times,
                cpu.plus(more.cpu),
                allocated + more.allocated,
                kept + more.kept,
                calls + more.calls,
                first);
    }

    private static final class Run {

        private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        private final int restores;
        private final Scenario scenario;
        private final List<RestoreId> ids = new ArrayList<>();
        private final Map<RestoreId, Map<String, Integer>> first = new HashMap<>();
        private long calls;

        Run(int restores) {
            this.restores = restores;
            this.scenario = Scenario.givenRoomFor(restores);
            scenario.calls.tell(this::called);
        }

        private void called(Call call) {
            int requests = AwsRequests.of(call);
            calls += requests;
            call.restore()
                    .map(first::get)
                    .ifPresent(mine -> mine.merge(call.port() + "." + call.method(), requests, Integer::sum));
        }

        ScaleRun measured() {
            long before = used();
            long cpu = THREADS.getCurrentThreadCpuTime();
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            run();
            cpu = THREADS.getCurrentThreadCpuTime() - cpu;
            allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
            return new ScaleRun(
                    restores,
                    1,
                    Duration.ofNanos(cpu),
                    allocated,
                    used() - before,
                    calls + (long) AwsRequests.OPENING * restores,
                    ids.stream().limit(FIRST).map(first::get).toList());
        }

        private void run() {
            for (int number = 0; number < restores; number++) {
                scenario.time.after(BETWEEN.multipliedBy(number), this::ask);
            }
            scenario.passing(BETWEEN.multipliedBy(restores));
            ids.forEach(this::end);
            scenario.passing(STILL); // with the wake-ups that come too late
        }

        private void ask() {
            RestoreId id = scenario.replace("orders-" + ids.size(), ReplaceMode.REFUSE);
            if (ids.size() < FIRST) {
                first.put(id, new TreeMap<>());
            }
            ids.add(id);
        }

        private void end(RestoreId id) {
            if (scenario.afterwards(id).status() != Status.SUCCEEDED) {
                throw new AssertionError("It was to succeed: " + scenario.restore(id));
            }
        }

        private static long used() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }
}
