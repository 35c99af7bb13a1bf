package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.CallFailedException.Kind;
import io.aurorarestore.port.EarlierItems;
import io.aurorarestore.port.StoredByNewerVersionException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/**
 * Lets the live restores of an earlier version stand in the items of ARNs that restores share, and then writes the mark
 * that all do. A commit that meets one all the same, which an earlier version wrote meanwhile, deletes the mark again.
 */
@ApplicationScoped
class DynamoDbEarlierItems implements EarlierItems {

    /** Each live restore is due at some time. */
    private static final Duration ANY_TIME = Duration.ofDays(36_500);

    private static final int ALL = Integer.MAX_VALUE;

    private final DynamoDbAsyncClient dynamoDb;
    private final ServiceConfig config;
    private final TransactionWrites writes;
    private final DynamoDbRestores restores;
    private final Clock clock;
    private final BatchRead items;

    DynamoDbEarlierItems(
            DynamoDbAsyncClient dynamoDb,
            ServiceConfig config,
            TransactionWrites writes,
            DynamoDbRestores restores,
            Clock clock) {
        this.dynamoDb = dynamoDb;
        this.config = config;
        this.writes = writes;
        this.restores = restores;
        this.clock = clock;
        this.items = new BatchRead(dynamoDb, config.stateTable(), true);
    }

    @Override
    public Uni<Integer> rewrite(Instant until) {
        return items.of(List.of(ArnItems.ALL_SHARED))
                .chain(mark -> mark.isEmpty() ? search(until) : Uni.createFrom().item(0));
    }

    private Uni<Integer> search(Instant until) {
        return restores.overdue(clock.instant().plus(ANY_TIME), ALL)
                .chain(this::earlier)
                .chain(found -> found.isEmpty() ? mark() : rewrite(found, until));
    }

    private Uni<List<RestoreId>> earlier(List<RestoreId> live) {
        return items.of(live.stream().map(Items::restoreKey).toList())
                .map(found -> found.stream()
                        .filter(item -> !ArnItems.isShared(item))
                        .map(Items::idOf)
                        .toList());
    }

    private Uni<Integer> mark() {
        return DynamoDbErrors.call(() -> dynamoDb.putItem(
                        put -> put.tableName(config.stateTable()).item(ArnItems.ALL_SHARED)))
                .replaceWith(0);
    }

    private Uni<Integer> rewrite(List<RestoreId> found, Instant until) {
        return Multi.createFrom()
                .iterable(found)
                .select()
                .first(id -> clock.instant().isBefore(until))
                .onItem()
                .transformToUniAndConcatenate(id -> rewrite(id).replaceWith(id))
                .collect()
                .asList()
                .map(List::size);
    }

    private Uni<Void> rewrite(RestoreId id) {
        return restores.load(id)
                // Such a version knows no items of single restores.
                .onFailure(StoredByNewerVersionException.class)
                .recoverWithItem(Optional.empty())
                // One that cannot be read keeps the mark away, but holds no other up.
                .onFailure(CallFailedException.as(Kind.FATAL))
                .recoverWithItem(Optional.empty())
                .chain(found ->
                        found.map(this::share).orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Where somebody has committed since, that has done it. */
    private Uni<Void> share(Restore stored) {
        return restores.transact(writes.sharing(stored))
                .onFailure(DynamoDbErrors::conditionFailed)
                .recoverWithNull()
                .onFailure()
                .transform(DynamoDbErrors::classify);
    }
}
