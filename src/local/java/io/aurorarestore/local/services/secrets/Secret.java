package io.aurorarestore.local.services.secrets;

import io.aurorarestore.local.front.AwsException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A secret with its versions. A version that loses its last label is gone. Guarded by its {@link SecretStore}. */
final class Secret {

    final String name;
    final String arn;
    final Instant created;
    final Map<String, String> tags = new LinkedHashMap<>();
    final Stages stages = new Stages();
    private final Map<String, StoredSecretVersion> versions = new LinkedHashMap<>();
    Instant changed;

    @Nullable
    String description;

    @Nullable
    String kmsKeyId;
    /** When it will be gone, {@code null} unless it was deleted with a recovery window. */
    @Nullable
    Instant deletion;

    Secret(String name, String arn, Instant created) {
        this.name = name;
        this.arn = arn;
        this.created = created;
        this.changed = created;
    }

    Collection<StoredSecretVersion> versions() {
        return List.copyOf(versions.values());
    }

    /**
     * Adds a version. The same again changes nothing; a secret's first version is current whatever its labels.
     *
     * @throws AwsException {@code ResourceExistsException} if that version holds something else
     */
    StoredSecretVersion put(String id, StoredSecretValue value, Set<String> labels, Instant now) {
        StoredSecretVersion known = versions.get(id);
        if (known != null && !known.value().equals(value)) {
            throw SecretsErrors.exists(("You can't use ClientRequestToken %s because that value is already in use"
                            + " for a version of secret %s.")
                    .formatted(id, arn));
        }
        return known != null ? known : add(new StoredSecretVersion(id, value, now), labels);
    }

    private StoredSecretVersion add(StoredSecretVersion version, Set<String> labels) {
        boolean first = versions.isEmpty();
        versions.put(version.id(), version);
        labels.forEach(label -> stages.attach(label, version.id()));
        if (first) {
            stages.attach(Stages.CURRENT, version.id());
        }
        changed(version.created());
        return version;
    }

    /** @param to {@code null} to take the label away */
    void moveStage(String stage, String to, Instant now) {
        if (to == null) {
            stages.detach(stage);
        } else {
            stages.attach(stage, to);
        }
        changed(now);
    }

    private void changed(Instant now) {
        changed = now;
        versions.keySet().removeIf(version -> stages.of(version).isEmpty());
    }

    Optional<StoredSecretVersion> version(String id) {
        return Optional.ofNullable(versions.get(id));
    }
}
