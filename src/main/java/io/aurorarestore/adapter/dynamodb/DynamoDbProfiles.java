package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.json.ProfileReader;
import io.aurorarestore.json.UnreadableProfileException;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Profiles;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads profiles from the config table: {@code name} is the key, {@code settings} the JSON. */
@ApplicationScoped
class DynamoDbProfiles implements Profiles {

    private static final AttributeValue EMPTY = AttributeValue.fromS("{}");

    private final DynamoDbAsyncClient dynamoDb;
    private final ServiceConfig config;

    DynamoDbProfiles(DynamoDbAsyncClient dynamoDb, ServiceConfig config) {
        this.dynamoDb = dynamoDb;
        this.config = config;
    }

    @Override
    public Uni<Optional<Profile>> profile(String name) {
        return DynamoDbErrors.call(() -> dynamoDb.getItem(
                        ask -> ask.tableName(config.configTable()).key(Map.of("name", AttributeValue.fromS(name)))))
                .map(answer -> answer.hasItem() ? Optional.of(read(name, answer.item())) : Optional.empty());
    }

    @Override
    public Uni<List<String>> names() {
        return names(Map.of())
                .map(all -> all.map(item -> Items.textOf(item, "name")).sorted().toList());
    }

    /** A page is a megabyte of whole profiles: there may be several. */
    private Uni<Stream<Map<String, AttributeValue>>> names(Map<String, AttributeValue> after) {
        return DynamoDbErrors.call(() -> dynamoDb.scan(all -> all.tableName(config.configTable())
                        .projectionExpression("#n")
                        .expressionAttributeNames(Map.of("#n", "name"))
                        .exclusiveStartKey(after.isEmpty() ? null : after)))
                .chain(page -> page.hasLastEvaluatedKey()
                        ? names(page.lastEvaluatedKey()).map(rest -> Stream.concat(page.items().stream(), rest))
                        : Uni.createFrom().item(page.items().stream()));
    }

    private static Profile read(String name, Map<String, AttributeValue> item) {
        try {
            return ProfileReader.read(
                    String.valueOf(item.getOrDefault("settings", EMPTY).s()));
        } catch (UnreadableProfileException e) {
            throw new CallFailedException(
                    CallFailedException.Kind.FATAL,
                    FailureCode.INVALID_PROFILE,
                    "Profile " + name + " cannot be read: " + e.getMessage() + ".");
        }
    }
}
