package io.aurorarestore.simulation;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Progress;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What people have done so that a cluster is left alone, by its immutable id; and that it is. */
final class Precautions {

    /** So long after it nobody can go on without having seen it: an old answer, and a call on its way. */
    private static final Duration SEEN = Duration.ofMinutes(2);

    private final SimulatedWorld world;
    private final Map<String, Instant> protectedSince = new HashMap<>();
    private final Map<String, Instant> forbiddenSince = new HashMap<>();
    private final Map<String, Instant> stoppedSince = new HashMap<>();
    private final Map<RestoreId, Instant> lifted = new HashMap<>();

    Precautions(SimulatedWorld world) {
        this.world = world;
    }

    void protects(String cluster) {
        protectedSince.put(cluster, world.time.now());
    }

    /** It may not be replaced any more: it lost its mark, or others depend on it. */
    void forbids(String cluster) {
        forbiddenSince.putIfAbsent(cluster, world.time.now());
    }

    void allows(String cluster) {
        forbiddenSince.remove(cluster);
    }

    void stops(String cluster) {
        stoppedSince.put(cluster, world.time.now());
    }

    void starts(String cluster) {
        stoppedSince.remove(cluster);
    }

    /** From when on a restore knows that it lifted the protection of the cluster that it replaces. */
    void knows(Restore restore) {
        if (restore.progress().actedAt(Progress.PROTECTION_LIFTED).isPresent()) {
            lifted.putIfAbsent(restore.id(), world.time.now());
        }
    }

    /** Only the protection that was there when the restore began may be lifted, and only as long as nobody renews it. */
    void mayLift(Restore restore, String cluster) {
        Optional<Predecessor> old = old(restore, cluster);
        boolean had = old.flatMap(one -> one.settings().deletionProtection()).orElse(false);
        boolean renewed = protectedSince
                .getOrDefault(cluster, Instant.MIN)
                .isAfter(lifted.getOrDefault(restore.id(), Instant.MAX));
        must(
                old.isEmpty() || (had && !(renewed && world.shape.has(DisturbanceKind.RENEWED_PROTECTION))),
                restore,
                "lifts a protection that somebody turned on");
    }

    void mayTakeAway(Restore restore, String cluster) {
        must(
                old(restore, cluster).isEmpty() || !isLongAgo(forbiddenSince.get(cluster)),
                restore,
                "takes the name from a cluster that may not be replaced any more");
    }

    void mayAskOf(Restore restore, String what, String cluster) {
        boolean tags = what.endsWith("tag");
        boolean minor = !what.equals("rename") && !world.shape.has(DisturbanceKind.STOPPED_LEFT_ALONE);
        must(
                tags || minor || !isLongAgo(stoppedSince.get(cluster)),
                restore,
                "goes to " + what + " a cluster that is stopped");
    }

    private boolean isLongAgo(Instant when) {
        return when != null && when.plus(SEEN).isBefore(world.time.now());
    }

    private static Optional<Predecessor> old(Restore restore, String cluster) {
        return restore.outputs().predecessor().filter(one -> one.resourceId().equals(cluster));
    }

    private void must(boolean holds, Restore restore, String otherwise) {
        world.referee.must(holds, () -> "restore " + restore.id() + " at " + restore.step() + " " + otherwise);
    }
}
