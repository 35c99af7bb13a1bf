package io.aurorarestore.local.services.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The properties of an {@code AWS::DynamoDB::Table} as the API's inputs. What the local AWS has no use for (encryption,
 * backups, tags) is left out.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dynamodb-table.html">AWS</a>
 */
final class TableProperties {

    private static final List<String> SAME_IN_THE_API = List.of(
            "TableName",
            "AttributeDefinitions",
            "KeySchema",
            "GlobalSecondaryIndexes",
            "LocalSecondaryIndexes",
            "BillingMode",
            "ProvisionedThroughput");

    private final Map<String, Object> properties;

    TableProperties(Map<String, Object> properties) {
        this.properties = properties;
    }

    ObjectNode createTable() {
        var known = new LinkedHashMap<>(properties);
        known.keySet().retainAll(SAME_IN_THE_API);
        return (ObjectNode) Json.tree(known);
    }

    Optional<ObjectNode> updateTimeToLive() {
        if (!(properties.get("TimeToLiveSpecification") instanceof Map<?, ?> specification)) {
            return Optional.empty();
        }
        var input = createTable().retain("TableName");
        input.putObject("TimeToLiveSpecification")
                .put("AttributeName", String.valueOf(specification.get("AttributeName")))
                .put("Enabled", Boolean.parseBoolean(String.valueOf(specification.get("Enabled"))));
        return Optional.of(input);
    }
}
