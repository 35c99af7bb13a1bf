package io.aurorarestore.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The partition keys that a call of DynamoDB is on. */
final class LeadingKeys {

    /** Of the template's tables; an item of the first may have the others as plain attributes. */
    private static final List<String> PARTITION_KEYS = List.of("pk", "restoreId", "name");

    private static final Pattern EQUAL = Pattern.compile("=\\s*(:\\w+)");

    private LeadingKeys() {}

    /** Of an item, a key or a query. */
    static Map<String, List<String>> of(JsonNode on) {
        List<String> keys = new ArrayList<>();
        keys(on.path("Key"), keys);
        keys(on.path("Item"), keys);
        Matcher equal = EQUAL.matcher(on.path("KeyConditionExpression").asText());
        if (equal.find()) {
            text(on.path("ExpressionAttributeValues").path(equal.group(1)), keys);
        }
        return context(keys);
    }

    static Map<String, List<String>> ofBatch(JsonNode table) {
        List<String> keys = new ArrayList<>();
        table.path("Keys").forEach(key -> keys(key, keys));
        return context(keys);
    }

    private static void keys(JsonNode attributes, List<String> keys) {
        PARTITION_KEYS.stream()
                .filter(attributes::has)
                .findFirst()
                .ifPresent(name -> text(attributes.path(name), keys));
    }

    private static void text(JsonNode value, List<String> keys) {
        if (value.has("S")) {
            keys.add(value.path("S").asText());
        }
    }

    private static Map<String, List<String>> context(List<String> keys) {
        return keys.isEmpty() ? Map.of() : Map.of("dynamodb:LeadingKeys", keys);
    }
}
