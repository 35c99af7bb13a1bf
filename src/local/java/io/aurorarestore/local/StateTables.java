package io.aurorarestore.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.services.dynamodb.DynamoDb;
import io.aurorarestore.local.view.AuditLine;
import io.aurorarestore.local.view.ServiceTables;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The service's tables, read from within this process: not a call that counts. */
final class StateTables implements ServiceTables {

    private final DynamoDb dynamoDb;

    StateTables(DynamoDb dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    @Override
    public List<AuditLine> audit(String restoreId) {
        ObjectNode query = Json.object()
                .put("TableName", "AuroraRestoreAudit")
                .put("ConsistentRead", true)
                .put("KeyConditionExpression", "restoreId = :id");
        query.putObject("ExpressionAttributeValues").putObject(":id").put("S", restoreId);
        return items("Query", query)
                .map(item -> new AuditLine(
                        Long.parseLong(item.path("seq").path("N").asText()),
                        Instant.parse(text(item, "at")),
                        text(item, "step"),
                        text(item, "what"),
                        text(item, "why"),
                        text(item, "cause")))
                .toList();
    }

    /** Of each, its state and then its summary, whose step is an old one. */
    @Override
    public List<Map<String, String>> restores() {
        ObjectNode scan = Json.object()
                .put("TableName", "AuroraRestoreState")
                .put("FilterExpression", "attribute_exists(#s) and attribute_exists(id)");
        scan.putObject("ExpressionAttributeNames").put("#s", "status");
        Map<String, Map<String, String>> together = new HashMap<>();
        items("Scan", scan).map(StateTables::plain).forEach(item -> {
            String restore = item.getOrDefault("pk", "");
            item.forEach(together.computeIfAbsent(restore, key -> new HashMap<>())::putIfAbsent);
        });
        return together.values().stream()
                .filter(restore -> restore.containsKey("id"))
                .sorted(Comparator.comparing(item -> item.getOrDefault("openedAt", "")))
                .toList();
    }

    private Stream<JsonNode> items(String operation, ObjectNode input) {
        JsonNode items = dynamoDb.call(LocalAws.HOME, operation, input).path("Items");
        return StreamSupport.stream(items.spliterator(), false);
    }

    private static Map<String, String> plain(JsonNode item) {
        Map<String, String> plain = new HashMap<>();
        item.properties().forEach(field -> plain.put(field.getKey(), text(item, field.getKey())));
        return plain;
    }

    private static String text(JsonNode item, String name) {
        JsonNode value = item.path(name);
        return value.has("S") ? value.get("S").asText() : value.path("N").asText();
    }
}
