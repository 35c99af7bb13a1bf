package io.aurorarestore.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.services.Aws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a call of DynamoDB needs: of a transaction, what each of its items needs; of a batch, what each table needs. */
record DynamoDbPermissions(String region, String operation, JsonNode body) {

    private static final Map<String, String> ITEMS = Map.of(
            "Put", "PutItem", "Update", "UpdateItem", "Delete", "DeleteItem", "ConditionCheck", "ConditionCheckItem");

    List<Permission> needed() {
        return switch (operation) {
            case "TransactWriteItems" -> items();
            case "BatchGetItem", "BatchWriteItem" -> tables();
            default -> List.of(permission(operation, body));
        };
    }

    private List<Permission> tables() {
        return body.path("RequestItems").properties().stream()
                .map(table -> new Permission(
                        "dynamodb:" + operation, arn(table.getKey()), LeadingKeys.ofBatch(table.getValue())))
                .toList();
    }

    private List<Permission> items() {
        List<Permission> needed = new ArrayList<>();
        body.path("TransactItems")
                .forEach(item -> item.properties()
                        .forEach(one ->
                                needed.add(permission(ITEMS.getOrDefault(one.getKey(), operation), one.getValue()))));
        return needed;
    }

    private Permission permission(String action, JsonNode on) {
        return new Permission("dynamodb:" + action, resource(on), LeadingKeys.of(on));
    }

    private String resource(JsonNode on) {
        String table = on.path("TableName").asText();
        if (table.isEmpty()) {
            return Permission.ANY;
        }
        return on.has("IndexName")
                ? arn(table) + "/index/" + on.path("IndexName").asText()
                : arn(table);
    }

    private String arn(String table) {
        return table.startsWith("arn:") ? table : Aws.arn("dynamodb", region, "table/" + table);
    }
}
