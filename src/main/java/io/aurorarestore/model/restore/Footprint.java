package io.aurorarestore.model.restore;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All that a restore owns, in the order it was made. Written before a thing exists, so that none can be forgotten. */
public record Footprint(List<Owned> owned) {

    public static final Footprint NONE = new Footprint(List.of());

    public Footprint plus(Owned added) {
        return of(added.arn()).isPresent()
                ? this
                : new Footprint(Stream.concat(owned.stream(), Stream.of(added)).toList());
    }

    public Footprint minus(String arn) {
        return new Footprint(
                owned.stream().filter(one -> !one.arn().equals(arn)).toList());
    }

    /** Remembers the immutable id of a resource of ours; the first one seen stays. */
    public Footprint pinned(String arn, String resourceId) {
        return changed(arn, one -> one.pinned(resourceId));
    }

    public Footprint renamed(String arn, String newName, String newArn) {
        return changed(arn, one -> one.renamed(newName, newArn));
    }

    public Optional<Owned> of(String arn) {
        return owned.stream().filter(one -> one.arn().equals(arn)).findFirst();
    }

    public boolean isEmpty() {
        return owned.isEmpty();
    }

    private Footprint changed(String arn, UnaryOperator<Owned> change) {
        return new Footprint(owned.stream()
                .map(one -> one.arn().equals(arn) ? change.apply(one) : one)
                .toList());
    }
}
