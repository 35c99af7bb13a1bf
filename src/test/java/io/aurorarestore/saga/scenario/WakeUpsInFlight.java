package io.aurorarestore.saga.scenario;

import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.RestoreId;
import java.util.ArrayList;
import java.util.List;

/** The wake-ups that were sent and have not come yet. */
final class WakeUpsInFlight {

    private record WakeUp(RestoreId restore, long chain) {}

    private final List<WakeUp> all = new ArrayList<>();
    private int sent;

    void sent(RestoreId restore, long chain) {
        all.add(new WakeUp(restore, chain));
        sent++;
    }

    void came(RestoreId restore, long chain) {
        all.remove(new WakeUp(restore, chain));
    }

    /** Those that will not be passed over as stale. */
    long liveOf(Restore restore) {
        return all.stream()
                .filter(one -> one.restore().equals(restore.id()))
                .filter(one -> one.chain() >= restore.turn().chain())
                .count();
    }

    int count() {
        return all.size();
    }

    /** Since the beginning. */
    int everSent() {
        return sent;
    }
}
