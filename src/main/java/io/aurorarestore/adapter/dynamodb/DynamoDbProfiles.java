package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.json.ProfileReader;
import io.aurorarestore.json.UnreadableProfileException;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.request.RestoreRequest;
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
                .map(answer -> answer.hasItem() ? Optional.of(parsed(name, answer.item())) : Optional.empty());
    }

    /** Of a profile that there is not, nothing else is looked at. */
    @Override
    public Uni<Applicable> applicable(RestoreRequest request) {
        boolean named = !RestoreRequest.DEFAULT_PROFILE.equals(request.profile());
        return new ApplicableProfiles(dynamoDb, config).of(request).map(found -> {
            Optional<Profile> one = named ? read(request.profile(), found.profiles()) : Optional.empty();
            return named && one.isEmpty()
                    ? new Applicable(one, Optional.empty(), found.usual())
                    : new Applicable(one, read(RestoreRequest.DEFAULT_PROFILE, found.profiles()), found.usual());
        });
    }

    private static Optional<Profile> read(String name, Map<String, Map<String, AttributeValue>> items) {
        return Optional.ofNullable(items.get(name)).map(item -> parsed(name, item));
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

    private static Profile parsed(String name, Map<String, AttributeValue> item) {
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
