package io.aurorarestore.engine;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CallFailedException.Kind;
import io.aurorarestore.port.Ports;
import io.aurorarestore.port.StoredByNewerVersionException;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/**
 * Answers whether room may become free because other restores are at work. What they hold shows by its tags, but for the cluster
 * that one has set aside: whether that is deleted yet only its restore knows, and it is waited for as long as that goes on.
 */
final class OthersAtWork {

    private OthersAtWork() {}

    static Uni<Boolean> than(RestoreId restore, Ports ports) {
        return ports.aurora()
                .othersAtWork(restore)
                .chain(seen -> seen
                        ? Uni.createFrom().item(true)
                        : ports.aurora().setAsideBy().chain(them -> anyGoesOn(them, restore, ports)));
    }

    private static Uni<Boolean> anyGoesOn(Set<RestoreId> them, RestoreId restore, Ports ports) {
        Uni<Boolean> any = Uni.createFrom().item(false);
        for (RestoreId other : them) {
            if (!other.equals(restore)) {
                any = any.chain(already -> already ? Uni.createFrom().item(true) : goesOn(other, ports));
            }
        }
        return any;
    }

    private static Uni<Boolean> goesOn(RestoreId other, Ports ports) {
        return ports.restores()
                .load(other)
                .map(found -> found.filter(one -> !one.status().terminal()).isPresent())
                .onFailure(StoredByNewerVersionException.class)
                .recoverWithItem(true)
                // Nobody can go on with one that cannot be read.
                .onFailure(CallFailedException.as(Kind.FATAL))
                .recoverWithItem(false);
    }
}
