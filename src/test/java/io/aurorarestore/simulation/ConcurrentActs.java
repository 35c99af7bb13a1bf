package io.aurorarestore.simulation;

import io.aurorarestore.local.time.VirtualTimeline;
import io.aurorarestore.model.RestoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Watches that nobody changes RDS for a restore while a call of somebody else is on its way. */
final class ConcurrentActs {

    private static final Duration ON_ITS_WAY = Duration.ofSeconds(4);

    private record Act(String holder, Instant until) {}

    private final VirtualTimeline time;
    private final Referee referee;
    private final Map<RestoreId, Act> acts = new HashMap<>();

    ConcurrentActs(VirtualTimeline time, Referee referee) {
        this.time = time;
        this.referee = referee;
    }

    void begins(Acting who, SimulatedExecution process) {
        RestoreId id = who.restore().orElseThrow();
        Act other = acts.get(id);
        referee.must(
                other == null
                        || other.holder().equals(who.holder())
                        || !time.now().isBefore(other.until()),
                () -> "two act on restore " + id + " at once: " + other + " and " + who);
        acts.put(id, new Act(who.holder(), process.ends().plus(ON_ITS_WAY)));
    }

    void ends(Acting who) {
        who.restore().ifPresent(acts::remove);
    }
}
