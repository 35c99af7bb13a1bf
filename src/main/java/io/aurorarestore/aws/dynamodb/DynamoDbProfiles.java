package io.aurorarestore.aws.dynamodb;

import io.aurorarestore.config.ServiceConfig;
import io.aurorarestore.document.ProfileReader;
import io.aurorarestore.port.CallFailed;
import io.aurorarestore.port.Profiles;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Profile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Profiles in the config table: {@code name} is the key, {@code settings} the JSON. */
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

    /** Few and small: one page holds them. */
    @Override
    public Uni<List<String>> names() {
        return DynamoDbErrors.call(() -> dynamoDb.scan(all -> all.tableName(config.configTable())
                        .projectionExpression("#n")
                        .expressionAttributeNames(Map.of("#n", "name"))))
                .map(answer -> answer.items().stream()
                        .map(item -> item.get("name").s())
                        .sorted()
                        .toList());
    }

    private static Profile read(String name, Map<String, AttributeValue> item) {
        try {
            return ProfileReader.read(
                    String.valueOf(item.getOrDefault("settings", EMPTY).s()));
        } catch (IllegalArgumentException e) {
            throw new CallFailed(
                    CallFailed.Kind.FATAL,
                    FailureCode.INVALID_PROFILE,
                    "Profile " + name + " cannot be read: " + e.getMessage() + ".");
        }
    }
}
