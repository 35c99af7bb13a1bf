package io.aurorarestore.model.restore;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hooks of a restore, as far as it has come to them.
 *
 * @param asked each once, as it was asked for last
 * @param over the names of those that nothing waits for any more
 */
public record AskedHooks(List<AskedHook> asked, List<String> over) {

    public static final AskedHooks NONE = new AskedHooks(List.of(), List.of());

    public AskedHooks {
        asked = List.copyOf(asked);
        over = List.copyOf(over);
    }

    public Optional<AskedHook> of(String name) {
        return asked.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    public AskedHooks with(AskedHook changed) {
        Stream<AskedHook> others = asked.stream().filter(one -> !one.name().equals(changed.name()));
        return new AskedHooks(Stream.concat(others, Stream.of(changed)).toList(), over);
    }

    public boolean isOver(String name) {
        return over.contains(name);
    }

    /** The restore goes on without it, or with what it answered. */
    public AskedHooks over(String name) {
        return new AskedHooks(
                asked, Stream.concat(over.stream(), Stream.of(name)).distinct().toList());
    }
}
