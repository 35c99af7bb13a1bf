package io.aurorarestore.lambda;

import io.aurorarestore.model.RestoreId;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Lets a batch's messages about one restore wait for each other, while those of different restores run side by side.
 */
final class PerRestoreQueue {

    private final Map<RestoreId, Uni<Void>> last = new HashMap<>();

    synchronized Uni<Void> inTurn(RestoreId restore, Supplier<Uni<Void>> work) {
        Uni<Void> before = last.getOrDefault(restore, Uni.createFrom().voidItem());
        Uni<Void> mine =
                before.onFailure().recoverWithNull().chain(work::get).memoize().indefinitely();
        last.put(restore, mine);
        return mine;
    }
}
