package io.aurorarestore.adapter.secretsmanager;

import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.RestoreId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/**
 * A secret as DescribeSecret shows it, without any of its values.
 *
 * @param arn by which policies know it
 * @param deleted whether it is scheduled for deletion
 * @param stages the labels of each version that has one
 */
record SecretState(String arn, boolean deleted, Map<String, String> tags, Map<String, List<String>> stages) {

    static final String PENDING = "AWSPENDING";
    static final String CURRENT = "AWSCURRENT";

    static SecretState of(DescribeSecretResponse seen) {
        return new SecretState(
                seen.arn(),
                seen.deletedDate() != null,
                seen.tags().stream().collect(Collectors.toUnmodifiableMap(Tag::key, Tag::value)),
                seen.versionIdsToStages());
    }

    Optional<String> holder(String stage) {
        return stages.entrySet().stream()
                .filter(version -> version.getValue().contains(stage))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    boolean has(String version) {
        return stages.containsKey(version);
    }

    /** The version that is staged and not in use yet. */
    Optional<String> staged() {
        return holder(PENDING).filter(version -> !isCurrent(version));
    }

    boolean isStaged(String version) {
        return holder(PENDING).filter(version::equals).isPresent();
    }

    boolean isCurrent(String version) {
        return holder(CURRENT).filter(version::equals).isPresent();
    }

    /** Whether a restore made it, and none has been completed. */
    boolean unused() {
        return Ownership.isMade(tags) && isCurrent(Placeholder.VERSION);
    }

    /** Whether it is unused and of this restore. */
    boolean unusedOf(RestoreId restore) {
        return unused() && Ownership.isOurs(restore, tags);
    }
}
