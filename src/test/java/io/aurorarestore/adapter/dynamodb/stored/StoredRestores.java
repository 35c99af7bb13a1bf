package io.aurorarestore.adapter.dynamodb.stored;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.model.restore.Restore;
import java.util.Optional;

/** Restores as the table holds them, both parts in one text, for tests elsewhere. */
public final class StoredRestores {

    private StoredRestores() {}

    public static String write(Restore restore) {
        return "{\"schema\":" + RestoreDocument.SCHEMA + ",\n\"order\":" + RestoreDocument.accepted(restore)
                + ",\n\"state\":" + RestoreDocument.state(restore) + "}";
    }

    /** Of this schema, or of the first, which had but one part. */
    public static Restore read(String stored) {
        JsonNode parts = parse(stored);
        return parts.has("schema")
                ? new RestoreDocument(
                                parts.path("schema").asInt(),
                                Optional.of(parts.path("order").toString()),
                                parts.path("state").toString())
                        .read()
                : new RestoreDocument(1, Optional.empty(), stored).read();
    }

    private static JsonNode parse(String stored) {
        try {
            return StoredJson.parse(stored);
        } catch (CorruptItemException e) {
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
    }
}
