package io.aurorarestore.simulation;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.SecretVersion;
import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.port.MasterSecrets;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Secrets with Secrets Manager's two stages: current and pending. A secret that a restore made has no current password
 * before one is activated.
 */
final class SimulatedSecrets implements MasterSecrets {

    /** By this a password is known wherever it gets to. */
    static final String MARK = "hush-hush-";

    private final Map<String, String> current = new HashMap<>();
    private final Map<String, String> pending = new HashMap<>();
    /** Who made a secret, as its tag says. */
    private final Map<String, RestoreId> made = new HashMap<>();

    private final Set<String> deleted = new HashSet<>();

    @Override
    public Uni<Credentials> stage(RestoreId by, String secret, String version, String username) {
        return Uni.createFrom().item(() -> {
            if (!current.containsKey(secret) && !pending.containsKey(secret)) {
                deleted.remove(secret);
                made.put(secret, by);
            }
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
    public Uni<Optional<SecretVersion>> current(String secret) {
        return Uni.createFrom()
                .item(() -> Optional.of(new SecretVersion("arn:" + secret, Optional.ofNullable(current.get(secret)))));
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
    public Uni<Void> drop(RestoreId by, String secret, String version) {
        return Uni.createFrom().voidItem().invoke(() -> {
            pending.remove(secret, version);
            if (leftBy(by, secret) && !pending.containsKey(secret)) {
                deleted.add(secret);
            }
        });
    }

    /** Whether there is a secret that this restore made and nobody uses. */
    boolean leftBy(RestoreId id, String secret) {
        return id.equals(made.get(secret)) && !current.containsKey(secret) && !deleted.contains(secret);
    }

    /** As it was before anybody restored anything. */
    void begin(String secret, String version) {
        current.put(secret, version);
    }

    Optional<String> pending(String secret) {
        return Optional.ofNullable(pending.get(secret));
    }

    Optional<String> inUse(String secret) {
        return Optional.ofNullable(current.get(secret));
    }

    static String password(String version) {
        return MARK + version;
    }
}
