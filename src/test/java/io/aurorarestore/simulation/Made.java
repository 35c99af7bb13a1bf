package io.aurorarestore.simulation;

import io.aurorarestore.restore.RestoreId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which restore made what, by immutable ids: the truth, whatever the tags say. */
final class Made {

    private final Map<String, RestoreId> makers = new HashMap<>();
    private final Set<String> scaled = new HashSet<>();

    void add(RestoreId maker, Optional<String> resource) {
        resource.ifPresent(id -> makers.put(id, maker));
    }

    /** A reader that Auto Scaling added: it may go with its cluster. */
    void scaled(String resource) {
        scaled.add(resource);
    }

    boolean isScaled(String resource) {
        return scaled.contains(resource);
    }

    boolean by(RestoreId maker, String resource) {
        return maker.equals(makers.get(resource));
    }
}
