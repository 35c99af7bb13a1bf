package io.aurorarestore.model.restore;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All that a restore owns, in the order it was made. Written before a thing exists, so that none can be forgotten. */
public record OwnedResources(List<OwnedResource> owned) {

    public static final OwnedResources NONE = new OwnedResources(List.of());

    public OwnedResources plus(OwnedResource added) {
        return of(added.arn()).isPresent()
                ? this
                : new OwnedResources(
                        Stream.concat(owned.stream(), Stream.of(added)).toList());
    }

    public OwnedResources minus(String arn) {
        return new OwnedResources(
                owned.stream().filter(one -> !one.arn().equals(arn)).toList());
    }

    /** Remembers the immutable id of a resource of ours; the first one seen stays. */
    public OwnedResources pinned(String arn, String resourceId) {
        return changed(arn, one -> one.pinned(resourceId));
    }

    public OwnedResources renamed(String arn, String newName, String newArn) {
        return changed(arn, one -> one.renamed(newName, newArn));
    }

    public Optional<OwnedResource> of(String arn) {
        return owned.stream().filter(one -> one.arn().equals(arn)).findFirst();
    }

    public boolean isEmpty() {
        return owned.isEmpty();
    }

    private OwnedResources changed(String arn, UnaryOperator<OwnedResource> change) {
        return new OwnedResources(owned.stream()
                .map(one -> one.arn().equals(arn) ? change.apply(one) : one)
                .toList());
    }
}
