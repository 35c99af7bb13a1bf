package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.RestoreViews;
import io.aurorarestore.port.StoredByNewerVersionException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Lists restores by the indexes of target and time. A list may be a moment behind; a single restore never is. */
@ApplicationScoped
class DynamoDbViews implements RestoreViews {

    /** When a restore was opened, its id, and whether its summary is in the index. */
    private static final Pattern PLACE = Pattern.compile("([0-9TZ:.-]{20,35})\\|([a-z0-9]{12})(\\|s)?");

    /** Of restores that a filter looks at in one read, and of such reads for one answer. */
    private static final int A_FEW = 100;

    private static final int MOST_PAGES = 10;

    private final DynamoDbAsyncClient dynamoDb;
    private final ServiceConfig config;
    private final RestoreBatch restores;

    DynamoDbViews(DynamoDbAsyncClient dynamoDb, ServiceConfig config) {
        this.dynamoDb = dynamoDb;
        this.config = config;
        this.restores = new RestoreBatch(dynamoDb, config.stateTable());
    }

    @Override
    public Uni<Page<Listed>> list(Query query) {
        QueryRequest request = request(query);
        Map<String, AttributeValue> from =
                query.next().map(token -> place(query, token)).orElse(Map.of());
        return collect(request, from, query.limit(), new ArrayList<>(), MOST_PAGES)
                .chain(this::read);
    }

    private QueryRequest request(Query query) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":key", Items.text(query.target().orElse(Items.LISTED)));
        query.status().ifPresent(status -> values.put(":status", Items.text(status.name())));
        return QueryRequest.builder()
                .tableName(config.stateTable())
                .indexName(query.target().isPresent() ? Items.BY_TARGET : Items.BY_TIME)
                .keyConditionExpression("#key = :key")
                .filterExpression(query.status().isPresent() ? "#status = :status" : null)
                .expressionAttributeNames(
                        query.status().isPresent()
                                ? Map.of("#key", key(query), "#status", "status")
                                : Map.of("#key", key(query)))
                .expressionAttributeValues(values)
                .scanIndexForward(false)
                .limit(query.status().isPresent() ? A_FEW : query.limit() + 1)
                .build();
    }

    private static String key(Query query) {
        return query.target().isPresent() ? Items.TARGET : "listed";
    }

    /** One more than asked for tells whether there is another page; a filter reads a few pages at most. */
    private Uni<Page<Map<String, AttributeValue>>> collect(
            QueryRequest request,
            Map<String, AttributeValue> from,
            int limit,
            List<Map<String, AttributeValue>> sofar,
            int pages) {
        QueryRequest page = from.isEmpty()
                ? request
                : request.toBuilder().exclusiveStartKey(from).build();
        return DynamoDbErrors.call(() -> dynamoDb.query(page)).chain(answer -> {
            sofar.addAll(answer.items());
            if (sofar.size() > limit || !answer.hasLastEvaluatedKey()) {
                return Uni.createFrom().item(page(sofar, limit));
            }
            return pages == 1
                    ? Uni.createFrom().item(broken(sofar, answer.lastEvaluatedKey()))
                    : collect(request, answer.lastEvaluatedKey(), limit, sofar, pages - 1);
        });
    }

    /** What was found, and where to go on looking. */
    private static Page<Map<String, AttributeValue>> broken(
            List<Map<String, AttributeValue>> items, Map<String, AttributeValue> last) {
        return new Page<>(items, Optional.of(token(last)));
    }

    private static Page<Map<String, AttributeValue>> page(List<Map<String, AttributeValue>> items, int limit) {
        return new Page<>(
                items.stream().limit(limit).toList(),
                items.size() > limit ? Optional.of(token(items.get(limit - 1))) : Optional.empty());
    }

    /** The indexes hold no more than summaries; of a restore that an earlier version goes on with, its state besides. */
    private Uni<Page<Listed>> read(Page<Map<String, AttributeValue>> found) {
        Map<RestoreId, Map<String, AttributeValue>> shown = new LinkedHashMap<>();
        found.items().forEach(item -> shown.putIfAbsent(Items.idOf(item), item));
        return restores.of(List.copyOf(shown.keySet()))
                .map(all -> shown.entrySet().stream()
                        .map(one -> listed(one.getValue(), all.getOrDefault(one.getKey(), List.of())))
                        .toList())
                .map(listed -> new Page<>(listed, found.next()));
    }

    /** @param items of the restore: its state is further than its summary */
    private static Listed listed(Map<String, AttributeValue> shown, List<Map<String, AttributeValue>> items) {
        Map<String, AttributeValue> state =
                items.stream().filter(Items::isState).findFirst().orElse(shown);
        return new Listed(
                Items.textOf(shown, "id"),
                Items.textOf(state, "status"),
                Items.textOf(state, "step"),
                Items.textOf(shown, Items.TARGET),
                Items.textOf(shown, "openedAt"),
                readable(items));
    }

    /** By the index of what is due: no list has them. */
    @Override
    public Uni<List<Restore>> retirements(int atMost) {
        return DueIndex.retirements(dynamoDb, config.stateTable(), atMost)
                .chain(ids -> restores.of(ids)
                        .map(found -> ids.stream()
                                .flatMap(id -> readable(found.getOrDefault(id, List.of())).stream())
                                .filter(one -> one.retires() && (!one.status().terminal() || one.needsAPerson()))
                                .toList()));
    }

    /** One that cannot be read must not hide the others. */
    private static Optional<Restore> readable(List<Map<String, AttributeValue>> items) {
        try {
            return Items.restore(items);
        } catch (CallFailedException | StoredByNewerVersionException e) {
            return Optional.empty();
        }
    }

    private static String token(Map<String, AttributeValue> last) {
        String place = Items.textOf(last, "openedAt") + "|" + Items.idOf(last) + (Items.isState(last) ? "" : "|s");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, AttributeValue> place(Query query, String token) {
        Matcher place = PLACE.matcher(decoded(token));
        if (!place.matches()) {
            throw new RequestRejectedException(FailureCode.INVALID_REQUEST, List.of("next is not of an earlier page"));
        }
        RestoreId id = new RestoreId(place.group(2));
        Map<String, AttributeValue> key =
                new HashMap<>(place.group(3) == null ? Items.restoreKey(id) : Items.summaryKey(id));
        key.put(key(query), Items.text(query.target().orElse(Items.LISTED)));
        key.put("openedAt", Items.text(place.group(1)));
        return key;
    }

    private static String decoded(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public Uni<Page<AuditEntry>> audit(RestoreId id, int limit, long after) {
        QueryRequest request = QueryRequest.builder()
                .tableName(config.auditTable())
                .keyConditionExpression("restoreId = :id and seq > :after")
                .expressionAttributeValues(Map.of(":id", Items.text(id.value()), ":after", Items.number(after)))
                .consistentRead(true)
                .limit(limit)
                .build();
        return DynamoDbErrors.call(() -> dynamoDb.query(request)).map(answer -> {
            List<AuditEntry> entries = answer.items().stream().map(Items::audit).toList();
            Optional<String> next = answer.hasLastEvaluatedKey()
                    ? Optional.of(Long.toString(entries.get(entries.size() - 1).seq()))
                    : Optional.empty();
            return new Page<>(entries, next);
        });
    }
}
