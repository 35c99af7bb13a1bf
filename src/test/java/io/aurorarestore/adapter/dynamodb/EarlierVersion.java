package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Restore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The version that stored an item for each ARN of each restore, as far as it wrote and read those. */
final class EarlierVersion {

    private final DynamoDbAsyncClient client;
    private final ServiceConfig config;

    EarlierVersion(DynamoDbAsyncClient client, ServiceConfig config) {
        this.client = client;
        this.config = config;
    }

    void open(Restore fresh) {
        put(Items.accepted(fresh));
        put(Items.lock(fresh));
        write(fresh, Set.of());
    }

    void commit(Restore before, Restore after) {
        write(after, before.interests(TestData.HOME));
    }

    private void write(Restore after, Set<String> before) {
        Map<String, AttributeValue> item = new HashMap<>(Items.restore(after));
        item.remove(ArnItems.FORM);
        put(item);
        Set<String> now = after.interests(TestData.HOME);
        minus(now, before).forEach(arn -> put(own(arn, after.id())));
        minus(before, now)
                .forEach(arn -> client.deleteItem(
                                gone -> gone.tableName(config.stateTable()).key(ArnItems.ownKey(arn, after.id())))
                        .join());
    }

    private static Map<String, AttributeValue> own(String arn, RestoreId id) {
        Map<String, AttributeValue> item = new HashMap<>(ArnItems.ownKey(arn, id));
        item.put("restoreId", Items.text(id.value()));
        return item;
    }

    private static Set<String> minus(Set<String> from, Set<String> less) {
        Set<String> rest = new HashSet<>(from);
        rest.removeAll(less);
        return rest;
    }

    private void put(Map<String, AttributeValue> item) {
        client.putItem(put -> put.tableName(config.stateTable()).item(item)).join();
    }

    List<RestoreId> interestedIn(String arn) {
        return client
                .query(query -> query.tableName(config.stateTable())
                        .keyConditionExpression("pk = :arn")
                        .expressionAttributeValues(Map.of(":arn", Items.text("ARN#" + arn)))
                        .consistentRead(true))
                .join()
                .items()
                .stream()
                .map(Items::owner)
                .toList();
    }
}
