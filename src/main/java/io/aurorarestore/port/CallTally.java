package io.aurorarestore.port;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Counts what a piece of work asks of AWS, each call by its service and operation. The work carries the tally in its context,
 * where whoever makes a call finds it: restores that are worked on side by side are told apart, and no port has to hand it on.
 */
public final class CallTally {

    private static final String KEY = CallTally.class.getName();

    private final Map<String, Integer> made = new TreeMap<>();

    /** Makes a call, and counts it where it is part of a work that is counted, whatever comes of it. */
    public static <T> Uni<T> counted(String service, String operation, Supplier<CompletionStage<T>> call) {
        return Uni.createFrom()
                .context(context -> Uni.createFrom().completionStage(() -> {
                    context.<CallTally>getOrElse(KEY, CallTally::new).add(service + ":" + operation);
                    return call.get();
                }));
    }

    private synchronized void add(String call) {
        made.merge(call, 1, Integer::sum);
    }

    /** The same work, with what it asks of AWS counted here. */
    public <T> Uni<T> during(Uni<T> work) {
        return Uni.createFrom()
                .emitter(done -> work.subscribe().with(Context.of(KEY, this), done::complete, done::fail));
    }

    /** How often each was called, as in {@code rds:DescribeDBClusters}. */
    public synchronized Map<String, Integer> made() {
        return Map.copyOf(made);
    }

    /** These were written down: they count no more. */
    public synchronized void less(Map<String, Integer> written) {
        written.forEach((call, times) ->
                made.computeIfPresent(call, (same, before) -> before > times ? Integer.valueOf(before - times) : null));
    }
}
