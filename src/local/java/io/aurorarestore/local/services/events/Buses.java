package io.aurorarestore.local.services.events;

import io.aurorarestore.local.front.AwsException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** All event buses, by region and name. */
final class Buses {

    private final PublishedEvents published = new PublishedEvents();
    private final Map<String, Map<String, Bus>> regions = new ConcurrentHashMap<>();

    void create(String region, String name) {
        in(region).computeIfAbsent(name, n -> new Bus(region, n, published));
    }

    /** @throws AwsException {@code InvalidArgument} if there is no such bus */
    Bus get(String region, String name) {
        Bus bus = in(region).get(name);
        if (bus == null) {
            throw AwsException.badRequest(
                    "InvalidArgument", "Event bus %s does not exist in %s.".formatted(name, region));
        }
        return bus;
    }

    PublishedEvents published() {
        return published;
    }

    private Map<String, Bus> in(String region) {
        return regions.computeIfAbsent(region, this::withDefault);
    }

    private Map<String, Bus> withDefault(String region) {
        return new ConcurrentSkipListMap<>(Map.of("default", new Bus(region, "default", published)));
    }
}
