package io.aurorarestore.simulation;

import io.aurorarestore.model.RestoreId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which restore made what, by immutable ids: the truth, whatever the tags say. */
final class CreatedResources {

    private final Map<String, RestoreId> makers = new HashMap<>();

    void add(RestoreId maker, Optional<String> resource) {
        resource.ifPresent(id -> makers.put(id, maker));
    }

    boolean by(RestoreId maker, String resource) {
        return maker.equals(makers.get(resource));
    }
}
