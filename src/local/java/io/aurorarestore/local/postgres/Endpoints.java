package io.aurorarestore.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The endpoints of all cluster names. A name keeps its port for as long as the program runs. */
final class Endpoints implements AutoCloseable {

    private final Map<String, Forwarder> forwarders = new ConcurrentHashMap<>();
    private final Map<String, String> volumes = new ConcurrentHashMap<>();
    private final Function<String, OptionalInt> servers;

    /** @param servers the port a volume is served at, if it is */
    Endpoints(Function<String, OptionalInt> servers) {
        this.servers = servers;
    }

    int port(String region, String name) {
        return forwarder(key(region, name)).port();
    }

    void point(String region, String name, Optional<String> volume) {
        String key = key(region, name);
        volume.ifPresentOrElse(one -> volumes.put(key, one), () -> volumes.remove(key));
        forwarder(key).disconnect();
    }

    private Forwarder forwarder(String key) {
        return forwarders.computeIfAbsent(key, this::open);
    }

    private Forwarder open(String key) {
        try {
            return new Forwarder(
                    () -> Optional.ofNullable(volumes.get(key)).map(servers).orElse(OptionalInt.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException("no port for the endpoint of " + key, e);
        }
    }

    private static String key(String region, String name) {
        return region + "/" + name;
    }

    @Override
    public void close() {
        forwarders.values().forEach(Forwarder::close);
    }
}
