package io.aurorarestore.simulation;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Restore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The master secrets: whose password is current, and when; and that none is lost. */
final class SecretRules {

    private final SimulatedWorld world;
    private final Map<RestoreId, Optional<String>> before = new HashMap<>();
    private final Map<RestoreId, String> versions = new HashMap<>();
    private final IdentityHashMap<Restore, String> secrets = new IdentityHashMap<>();
    private final Map<String, String> staged = new HashMap<>();
    private final Set<String> everCurrent = new HashSet<>();

    SecretRules(SimulatedWorld world) {
        this.world = world;
    }

    /** Worked out once for each state of a restore: it is asked for whenever something happens. */
    private String secret(Restore restore) {
        return secrets.computeIfAbsent(restore, Restore::masterSecret);
    }

    private String version(Restore restore) {
        return versions.computeIfAbsent(restore.id(), id -> restore.masterVersion());
    }

    void opened(Restore restore) {
        before.put(restore.id(), world.secrets.inUse(restore.masterSecret()));
    }

    void check(Restore restore) {
        String secret = secret(restore);
        Optional<String> current = world.secrets.inUse(secret);
        current.ifPresent(everCurrent::add);
        must(
                current.filter(version(restore)::equals).isEmpty() || world.database.hasIdentified(restore.origin()),
                restore,
                "has made its password current, and does not serve yet");
        String last = staged.get(secret);
        Optional<String> pending = world.secrets.pending(secret);
        pending.ifPresentOrElse(version -> staged.put(secret, version), () -> staged.remove(secret));
        must(
                last == null || pending.isEmpty() || pending.get().equals(last) || !isLive(last),
                restore,
                "loses the password that another has staged");
    }

    private boolean isLive(String version) {
        return world.restores.all().stream()
                .anyMatch(one -> version(one).equals(version) && !one.status().terminal());
    }

    /** Whoever shares the secret may have changed it since. */
    boolean isAsBefore(Restore undone) {
        Optional<String> now = world.secrets.inUse(undone.masterSecret());
        return now.equals(before.get(undone.id()))
                || now.filter(version -> isAnothers(undone, version)).isPresent();
    }

    boolean serves(Restore succeeded) {
        Optional<String> now = world.secrets.inUse(succeeded.masterSecret());
        return now.filter(version(succeeded)::equals).isPresent()
                || (everCurrent.contains(version(succeeded))
                        && now.filter(version -> isAnothers(succeeded, version)).isPresent());
    }

    private boolean isAnothers(Restore restore, String version) {
        return world.restores.all().stream()
                .filter(one -> !one.id().equals(restore.id()))
                .anyMatch(one -> version(one).equals(version)
                        && one.masterSecret().equals(restore.masterSecret())
                        && !one.target().equals(restore.target()));
    }

    private void must(boolean holds, Restore restore, String otherwise) {
        world.referee.must(holds, () -> "restore " + restore.id() + " at " + restore.step() + " " + otherwise);
    }
}
