package io.aurorarestore.lambda;

import io.aurorarestore.model.RestoreId;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Lets a batch's messages about one restore wait for each other, while those of different restores run side by side. Hints
 * are worked on once for all: whatever they hint at had happened when the batch came.
 */
final class PerRestoreQueue {

    private final Map<RestoreId, Uni<Void>> last = new HashMap<>();
    private final Map<RestoreId, Uni<Void>> ofHints = new HashMap<>();

    /** Because of a hint: who comes with another one for the same restore shares what comes of it. */
    synchronized Uni<Void> once(RestoreId restore, Supplier<Uni<Void>> work) {
        Uni<Void> known = ofHints.get(restore);
        if (known != null) {
            return known;
        }
        Uni<Void> mine = inTurn(restore, work);
        ofHints.put(restore, mine);
        return mine;
    }

    synchronized Uni<Void> inTurn(RestoreId restore, Supplier<Uni<Void>> work) {
        Uni<Void> before = last.getOrDefault(restore, Uni.createFrom().voidItem());
        Uni<Void> mine =
                before.onFailure().recoverWithNull().chain(work::get).memoize().indefinitely();
        last.put(restore, mine);
        return mine;
    }
}
