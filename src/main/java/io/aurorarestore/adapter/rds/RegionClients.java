package io.aurorarestore.adapter.rds;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import software.amazon.awssdk.services.rds.RdsAsyncClient;

/**
 * Keeps the clients of regions that are not home: the few that were used last. One that has to go is closed once
 * nobody uses it.
 */
final class RegionClients implements AutoCloseable {

    static final int MOST = 8;

    private final Function<String, RdsAsyncClient> build;
    /** The least recently used first. */
    private final Map<String, Shared> kept = new LinkedHashMap<>(MOST, 0.75f, true);

    RegionClients(Function<String, RdsAsyncClient> build) {
        this.build = build;
    }

    <T> CompletionStage<T> call(String region, Function<RdsAsyncClient, CompletionStage<T>> call) {
        Shared taken = take(region);
        try {
            return call.apply(taken.client).whenComplete((answer, failure) -> giveBack(taken));
        } catch (RuntimeException e) {
            giveBack(taken);
            throw e;
        }
    }

    private synchronized Shared take(String region) {
        Shared taken = kept.computeIfAbsent(region, one -> new Shared(build.apply(one)));
        taken.users++;
        dropTheOldest();
        return taken;
    }

    private void dropTheOldest() {
        Iterator<Shared> oldest = kept.values().iterator();
        while (kept.size() > MOST) {
            Shared dropped = oldest.next();
            oldest.remove();
            dropped.drop();
        }
    }

    private synchronized void giveBack(Shared taken) {
        taken.users--;
        taken.closeIfDone();
    }

    @Override
    public synchronized void close() {
        kept.values().forEach(Shared::drop);
        kept.clear();
    }

    /** Guarded by the clients it is one of. */
    private static final class Shared {

        private final RdsAsyncClient client;
        private int users;
        private boolean dropped;

        Shared(RdsAsyncClient client) {
            this.client = client;
        }

        void drop() {
            dropped = true;
            closeIfDone();
        }

        void closeIfDone() {
            if (dropped && users == 0) {
                client.close();
            }
        }
    }
}
