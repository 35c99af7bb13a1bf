package io.aurorarestore.model.request;

import io.aurorarestore.model.RestoreId;
import java.util.Optional;

/** Which restore an operation is meant for: by its id, or by the target it holds; one of the two is there. */
public record Subject(Optional<RestoreId> restore, Optional<String> target) {

    public static Subject of(RestoreId id) {
        return new Subject(Optional.of(id), Optional.empty());
    }

    public static Subject holderOf(String target) {
        return new Subject(Optional.empty(), Optional.of(target));
    }

    public String description() {
        return restore.map(id -> "restore " + id).orElseGet(() -> "target " + target.orElseThrow());
    }
}
