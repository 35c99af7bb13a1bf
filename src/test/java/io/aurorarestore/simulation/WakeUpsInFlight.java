package io.aurorarestore.simulation;

import io.aurorarestore.model.restore.Restore;
import java.util.HashMap;
import java.util.Map;

/** The wake-ups that were sent and have not come yet. */
public final class WakeUpsInFlight {

    /** How many there are of each. */
    private final Map<InFlightMessage.WokenUp, Integer> all = new HashMap<>();

    private int sent;

    void sent(InFlightMessage message) {
        if (message instanceof InFlightMessage.WokenUp wakeUp) {
            all.merge(wakeUp, 1, Integer::sum);
            sent++;
        }
    }

    void came(InFlightMessage message) {
        if (message instanceof InFlightMessage.WokenUp wakeUp) {
            all.computeIfPresent(wakeUp, (same, count) -> count > 1 ? count - 1 : null);
        }
    }

    /** Those that will not be passed over as stale. */
    public int liveOf(Restore restore) {
        return all.entrySet().stream()
                .filter(one -> one.getKey().restore().equals(restore.id()))
                .filter(one -> one.getKey().chain() >= restore.schedule().chain())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    public int count() {
        return all.values().stream().mapToInt(count -> count).sum();
    }

    /** Since the beginning. */
    public int everSent() {
        return sent;
    }
}
