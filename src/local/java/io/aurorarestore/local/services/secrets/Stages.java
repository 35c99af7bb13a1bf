package io.aurorarestore.local.services.secrets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The staging labels of a secret: each is on one version at most. Where {@code AWSCURRENT} moves away,
 * {@code AWSPREVIOUS} follows.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html">AWS</a>
 */
final class Stages {

    static final String CURRENT = "AWSCURRENT";
    static final String PREVIOUS = "AWSPREVIOUS";

    private final Map<String, String> versions = new TreeMap<>();

    Optional<String> version(String stage) {
        return Optional.ofNullable(versions.get(stage));
    }

    List<String> of(String version) {
        return versions.entrySet().stream()
                .filter(label -> label.getValue().equals(version))
                .map(Map.Entry::getKey)
                .toList();
    }

    void attach(String stage, String version) {
        String before = versions.put(stage, version);
        if (stage.equals(CURRENT) && before != null && !before.equals(version)) {
            versions.put(PREVIOUS, before);
        }
    }

    void detach(String stage) {
        versions.remove(stage);
    }
}
