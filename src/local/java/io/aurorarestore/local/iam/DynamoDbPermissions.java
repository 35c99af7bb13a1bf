package io.aurorarestore.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.services.Aws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a call of DynamoDB needs: of a transaction, what each of its items needs. */
record DynamoDbPermissions(String region, String operation, JsonNode body) {

    private static final Map<String, String> ITEMS = Map.of(
            "Put", "PutItem", "Update", "UpdateItem", "Delete", "DeleteItem", "ConditionCheck", "ConditionCheckItem");

    List<Permission> needed() {
        return operation.equals("TransactWriteItems") ? items() : List.of(permission(operation, body));
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
        return new Permission("dynamodb:" + action, resource(on));
    }

    private String resource(JsonNode on) {
        String table = on.path("TableName").asText();
        if (table.isEmpty()) {
            return Permission.ANY;
        }
        String arn = table.startsWith("arn:") ? table : Aws.arn("dynamodb", region, "table/" + table);
        return on.has("IndexName") ? arn + "/index/" + on.path("IndexName").asText() : arn;
    }
}
