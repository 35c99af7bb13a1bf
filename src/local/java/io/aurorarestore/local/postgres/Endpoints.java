package io.aurorarestore.local.postgres;

import io.aurorarestore.local.rds.EndpointKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The endpoints of all cluster names. A name keeps its port for as long as the program runs, and its hosts are in the hosts
 * file from the moment on that it has one.
 */
final class Endpoints implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1 ";

    private final Map<Name, Forwarder> forwarders = new ConcurrentHashMap<>();
    private final Map<Name, String> volumes = new ConcurrentHashMap<>();
    private final Function<String, OptionalInt> servers;
    private final Path hosts;

    /**
     * @param servers the port a volume is served at, if it is
     * @param hosts the hosts file
     */
    Endpoints(Function<String, OptionalInt> servers, Path hosts) throws IOException {
        this.servers = servers;
        this.hosts = hosts;
        Files.writeString(hosts, LOOPBACK + "localhost\n");
    }

    int port(String region, String name) {
        return forwarder(new Name(region, name)).port();
    }

    void point(String region, String name, Optional<String> volume) {
        Name key = new Name(region, name);
        volume.ifPresentOrElse(one -> volumes.put(key, one), () -> volumes.remove(key));
        forwarder(key).disconnect();
    }

    private Forwarder forwarder(Name key) {
        return forwarders.computeIfAbsent(key, this::open);
    }

    private Forwarder open(Name key) {
        try {
            Files.writeString(hosts, key.line(), StandardOpenOption.APPEND);
            return new Forwarder(
                    () -> Optional.ofNullable(volumes.get(key)).map(servers).orElse(OptionalInt.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException("no port for the endpoint of " + key, e);
        }
    }

    private record Name(String region, String cluster) {

        /** Of a hosts file. */
        String line() {
            return LOOPBACK + EndpointKind.WRITER.host(region, cluster) + " "
                    + EndpointKind.READER.host(region, cluster) + "\n";
        }
    }

    @Override
    public void close() {
        forwarders.values().forEach(Forwarder::close);
    }
}
