package io.aurorarestore.simulation;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;

/** Lets the engine of a world ask RDS by other adapters than the simulation's, one call after the other. */
final class RealAdapters {

    private final Map<Class<?>, Object> adapters = new HashMap<>();

    <T> void use(Class<T> port, T adapter) {
        adapters.put(
                port,
                PortOverride.around(
                        port,
                        adapter,
                        (method, arguments, really) -> Uni.createFrom()
                                .context(work -> Uni.createFrom()
                                        .item(() -> really.apply(arguments)
                                                .awaitUsing(work)
                                                .indefinitely()))));
    }

    <T> T or(Class<T> port, T simulated) {
        return port.cast(adapters.getOrDefault(port, simulated));
    }
}
