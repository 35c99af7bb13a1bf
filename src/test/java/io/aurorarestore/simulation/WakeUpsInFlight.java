package io.aurorarestore.simulation;

import io.aurorarestore.model.restore.Restore;
import java.util.ArrayList;
import java.util.List;

/** The wake-ups that were sent and have not come yet. */
public final class WakeUpsInFlight {

    private final List<InFlightMessage.WokenUp> all = new ArrayList<>();
    private int sent;

    void sent(InFlightMessage message) {
        if (message instanceof InFlightMessage.WokenUp wakeUp) {
            all.add(wakeUp);
            sent++;
        }
    }

    void came(InFlightMessage message) {
        all.remove(message);
    }

    /** Those that will not be passed over as stale. */
    public long liveOf(Restore restore) {
        return all.stream()
                .filter(one -> one.restore().equals(restore.id()))
                .filter(one -> one.chain() >= restore.schedule().chain())
                .count();
    }

    public int count() {
        return all.size();
    }

    /** Since the beginning. */
    public int everSent() {
        return sent;
    }
}
