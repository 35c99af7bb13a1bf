package io.aurorarestore.simulation;

import io.aurorarestore.port.MasterSecrets;
import io.aurorarestore.restore.Credentials;
import io.aurorarestore.restore.Sensitive;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Secrets with Secrets Manager's two stages: current and pending. */
final class SimulatedSecrets implements MasterSecrets {

    /** By this a password is known wherever it gets to. */
    static final String MARK = "hush-hush-";

    private final Map<String, String> current = new HashMap<>();
    private final Map<String, String> pending = new HashMap<>();

    @Override
    public Uni<Credentials> stage(String secret, String version, String username) {
        return Uni.createFrom().item(() -> {
            if (!version.equals(current.get(secret))) {
                pending.put(secret, version);
            }
            return new Credentials(username, new Sensitive(password(version)));
        });
    }

    @Override
    public Uni<Optional<String>> staged(String secret) {
        return Uni.createFrom().item(() -> Optional.ofNullable(pending.get(secret)));
    }

    @Override
    public Uni<Void> activate(String secret, String version) {
        return Uni.createFrom().voidItem().invoke(() -> {
            if (pending.remove(secret, version)) {
                current.put(secret, version);
            }
        });
    }

    @Override
    public Uni<Void> drop(String secret, String version) {
        return Uni.createFrom().voidItem().invoke(() -> pending.remove(secret, version));
    }

    Optional<String> pending(String secret) {
        return Optional.ofNullable(pending.get(secret));
    }

    Optional<String> current(String secret) {
        return Optional.ofNullable(current.get(secret));
    }

    static String password(String version) {
        return MARK + version;
    }
}
