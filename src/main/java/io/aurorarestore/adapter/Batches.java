package io.aurorarestore.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Cuts what is to be sent together into batches that a service takes: of so many entries, and so many bytes. */
public final class Batches {

    private Batches() {}

    /** In their order. One that is larger than a batch is a batch of its own: the service refuses it alone. */
    public static <T> List<List<T>> of(List<T> all, int mostEntries, int mostBytes, ToIntFunction<T> bytes) {
        List<List<T>> batches = new ArrayList<>();
        List<T> batch = new ArrayList<>();
        int size = 0;
        for (T one : all) {
            int more = bytes.applyAsInt(one);
            if (!batch.isEmpty() && (batch.size() == mostEntries || size + more > mostBytes)) {
                batches.add(batch);
                batch = new ArrayList<>();
                size = 0;
            }
            batch.add(one);
            size += more;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
