package io.aurorarestore.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What CloudFormation and SAM know of resource types; {@code src/test/scripts/resource-schemas.mjs} wrote the first. */
final class ResourceSchemas {

    private final ObjectNode types = read("resource-schemas.json");

    ResourceSchemas() {
        types.setAll(read("sam-schemas.json"));
    }

    private static ObjectNode read(String name) {
        try (InputStream file = ResourceSchemas.class.getResourceAsStream("/deploy/" + name)) {
            return (ObjectNode) new JsonMapper().readTree(file).path("types");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<JsonNode> of(Object type) {
        return Optional.ofNullable(types.get(String.valueOf(type)));
    }

    /** Whether {@code GetAtt} answers it. */
    boolean hasAttribute(Map<String, Object> resource, String attribute) {
        JsonNode attributes = of(resource.get("Type")).orElseThrow().path("attributes");
        return StreamSupport.stream(attributes.spliterator(), false)
                .anyMatch(one -> one.asText().equals(attribute));
    }
}
