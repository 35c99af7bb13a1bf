package io.aurorarestore.adapter.postgres;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** Runs one piece of work after the other, until one fails. */
final class Sequential {

    private Sequential() {}

    static <T> Uni<Void> of(List<T> items, Function<T, Uni<Void>> work) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (T item : items) {
            all = all.chain(() -> work.apply(item));
        }
        return all;
    }
}
