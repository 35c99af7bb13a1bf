package io.aurorarestore.simulation;

import io.aurorarestore.model.RestoreId;
import java.util.Optional;

/** Who is at work, and on which restore: one message after the other, each a few restores in turn. */
final class Acting {

    private final String holder;
    private final InFlightMessage message;
    private Optional<RestoreId> restore = Optional.empty();

    Acting(String holder, InFlightMessage message) {
        this.holder = holder;
        this.message = message;
    }

    void on(RestoreId id) {
        restore = Optional.of(id);
    }

    Optional<RestoreId> restore() {
        return restore;
    }

    String holder() {
        return holder;
    }

    /** What it is at work for; each message is a text of its own. */
    String because() {
        return holder + ": " + CallText.of(message);
    }

    @Override
    public String toString() {
        return holder + restore.map(id -> " " + id).orElse("");
    }
}
