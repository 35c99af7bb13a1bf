package io.aurorarestore.restore;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One restore, whole: all that is kept of it between two looks.
 *
 * @param version grows by one with each commit; a commit on an older one is lost
 * @param entries how many audit entries it has
 * @param unannounced whether its end is still to be told
 */
public record Restore(
        RestoreId id,
        long version,
        long entries,
        Order order,
        Progress progress,
        Findings findings,
        Footprint footprint,
        Turn turn,
        boolean unannounced) {

    /** A fresh restore, due at once. */
    public static Restore open(RestoreId id, Order order, StepName first) {
        Instant now = order.openedAt();
        Progress begun = Progress.begin(first, now);
        return new Restore(id, 0, 0, order, begun, Findings.NONE, Footprint.NONE, Turn.dueAt(now), false);
    }

    public String target() {
        return order.request().target();
    }

    public Names names() {
        return new Names(id, target());
    }

    public Settings settings() {
        return order.settings();
    }

    public Status status() {
        return progress.status();
    }

    public StepName step() {
        return progress.step();
    }

    /** Ended and told: nothing will ever happen to it again. */
    public boolean settled() {
        return status().terminal() && !unannounced;
    }

    /** Whether no other restore of the same target may begin. */
    public boolean holdsTarget() {
        return !status().terminal();
    }

    /** The ARNs whose events concern this restore. */
    public Set<String> interests(Home home) {
        Set<String> arns = new LinkedHashSet<>();
        if (!status().terminal()) {
            arns.add(home.clusterArn(target()));
            footprint.owned().forEach(one -> arns.add(one.arn()));
        }
        return arns;
    }

    /** The name of the secret of the target's master user. */
    public String masterSecret() {
        return settings().masterSecret().replace("{target}", target());
    }

    /** The version of that secret that this restore stages: a UUID, the same on every retry. */
    public String masterVersion() {
        return UUID.nameUUIDFromBytes((id + "/master").getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    public Restore with(Progress changed) {
        return new Restore(id, version, entries, order, changed, findings, footprint, turn, unannounced);
    }

    public Restore with(Findings changed) {
        return new Restore(id, version, entries, order, progress, changed, footprint, turn, unannounced);
    }

    public Restore with(Footprint changed) {
        return new Restore(id, version, entries, order, progress, findings, changed, turn, unannounced);
    }

    public Restore with(Turn changed) {
        return new Restore(id, version, entries, order, progress, findings, footprint, changed, unannounced);
    }

    /** Ended, its end still to be told: due at once until it is. */
    public Restore ended(Status terminal, Optional<Failure> why, Instant now) {
        Turn due = turn.wokenAt(now);
        return new Restore(id, version, entries, order, progress.ended(terminal, why), findings, footprint, due, true);
    }

    public Restore announced() {
        return new Restore(id, version, entries, order, progress, findings, footprint, turn.over(), false);
    }

    /** The version a commit writes. */
    public Restore next(boolean withEntry) {
        long count = withEntry ? entries + 1 : entries;
        return new Restore(id, version + 1, count, order, progress, findings, footprint, turn, unannounced);
    }
}
