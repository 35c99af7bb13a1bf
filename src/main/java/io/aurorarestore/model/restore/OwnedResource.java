package io.aurorarestore.model.restore;

import io.aurorarestore.model.ResourceKind;
import java.util.Optional;

/**
 * A resource that a restore made, or is about to make.
 *
 * @param resourceId pinned when it was first seen; snapshots have none
 */
public record OwnedResource(ResourceKind kind, String name, String arn, Optional<String> resourceId) {

    /** What is about to be made. */
    public static OwnedResource planned(ResourceKind kind, String name, String arn) {
        return new OwnedResource(kind, name, arn, Optional.empty());
    }

    OwnedResource pinned(String seen) {
        return resourceId.isPresent() ? this : new OwnedResource(kind, name, arn, Optional.of(seen));
    }

    OwnedResource renamed(String newName, String newArn) {
        return new OwnedResource(kind, newName, newArn, resourceId);
    }

    /** The command of the AWS CLI that removes it. */
    public String removal() {
        return switch (kind) {
            case SNAPSHOT -> "aws rds delete-db-cluster-snapshot --db-cluster-snapshot-identifier " + name;
            case INSTANCE -> "aws rds delete-db-instance --db-instance-identifier " + name;
            case CLUSTER -> "aws rds delete-db-cluster --db-cluster-identifier " + name + " --skip-final-snapshot";
        };
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + " " + name;
    }
}
