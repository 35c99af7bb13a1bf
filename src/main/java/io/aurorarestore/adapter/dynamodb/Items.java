package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.adapter.dynamodb.stored.DurationsDocument;
import io.aurorarestore.adapter.dynamodb.stored.RestoreDocument;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.history.Durations;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.CompletedOperation;
import io.aurorarestore.model.restore.Restore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Maps restores, locks, audit entries and operations to items of the tables, and back. A restore has three items: its
 * accepted request, its state, and a summary for lists. The whole of the first two is in {@code doc}.
 */
final class Items {

    static final String DOC = "doc";
    static final String BY_TARGET = "byTarget";

    static final String BY_TIME = "byTime";

    /** Whoever has it, and when it was opened, is in the index {@link #BY_TARGET}. */
    static final String TARGET = "target";

    /** All restores stand in one partition of the index by time. */
    static final String LISTED = "RESTORE";

    /** Comes after the other items of a restore: an earlier version takes the first that is no order for the state. */
    private static final String SUMMARY = "SUMMARY";

    /** How often AWS was called since the entry before, by operation. */
    private static final String CALLS = "calls";

    /** The attribute with the schema of what is in {@code doc}. */
    static final String SCHEMA = "schema";

    /** Longer than a message can stay in any queue on its way, dead letters included. */
    static final Duration REMEMBERED = Duration.ofDays(30);

    /** Of a target that nobody restores any more nothing needs to be known. */
    private static final Duration COMPARED = Duration.ofDays(400);

    private Items() {}

    static Map<String, AttributeValue> restoreKey(RestoreId id) {
        return key("RESTORE#" + id, "RESTORE");
    }

    static Map<String, AttributeValue> lockKey(String target) {
        return key("LOCK#" + target, "LOCK");
    }

    /** No target has a slash in its name. */
    static Map<String, AttributeValue> secretLockKey(String secret) {
        return key("LOCK#secret/" + secret, "LOCK");
    }

    static Map<String, AttributeValue> orderKey(RestoreId id) {
        return key("RESTORE#" + id, "ORDER");
    }

    static Map<String, AttributeValue> summaryKey(RestoreId id) {
        return key("RESTORE#" + id, SUMMARY);
    }

    static Map<String, AttributeValue> operationKey(String key) {
        return key("OPERATION#" + RestoreId.of(key), "OPERATION");
    }

    /** @param at when it was done: it is remembered for as long as a message can be on its way */
    static Map<String, AttributeValue> operated(CompletedOperation done, Instant at) {
        Map<String, AttributeValue> item = new HashMap<>(owned(operationKey(done.key()), done.restore()));
        item.put("subject", text(done.subject()));
        item.put("expiresAt", number(at.plus(REMEMBERED).getEpochSecond()));
        return item;
    }

    static CompletedOperation operated(Map<String, AttributeValue> item) {
        return new CompletedOperation("", textOf(item, "subject"), owner(item));
    }

    /** What restores of a target from such sources took. */
    static Map<String, AttributeValue> durationsKey(String target, String series) {
        return key("DURATIONS#" + target, series);
    }

    static Map<String, AttributeValue> durations(Restore like, Durations durations) {
        String series = like.accepted().request().source().series();
        Map<String, AttributeValue> item = new HashMap<>(durationsKey(like.target(), series));
        item.put(DOC, text(DurationsDocument.text(durations)));
        Instant ended = like.progress().times().ended().orElse(like.accepted().openedAt());
        item.put("expiresAt", number(ended.plus(COMPARED).getEpochSecond()));
        return item;
    }

    static Durations durations(Map<String, AttributeValue> item) {
        return DurationsDocument.of(doc(item));
    }

    static Map<String, AttributeValue> restore(Restore restore) {
        Map<String, AttributeValue> item = new HashMap<>(restoreKey(restore.id()));
        if (!restore.retires()) {
            plain(restore, item);
        }
        item.put("version", number(restore.version()));
        item.put(SCHEMA, number(RestoreDocument.SCHEMA));
        item.put(ArnItems.FORM, number(ArnItems.SHARED));
        item.put(DOC, text(RestoreDocument.state(restore)));
        item.putAll(DueIndex.attributes(restore));
        return item;
    }

    /**
     * What lists show of a restore, in the two indexes that they are read from: it changes with the status alone, so that most
     * commits write neither. A retirement is no restore, and has none.
     */
    static Map<String, AttributeValue> summary(Restore restore) {
        Map<String, AttributeValue> item = new HashMap<>(summaryKey(restore.id()));
        item.put("id", text(restore.id().value()));
        item.put("status", text(restore.status().name()));
        item.put("step", text(restore.step().label()));
        item.put(TARGET, text(restore.target()));
        item.put("openedAt", text(restore.accepted().openedAt().toString()));
        item.put("listed", text(LISTED));
        return item;
    }

    /** Whether it is in the lists itself, as earlier versions wrote a restore's state. */
    static boolean isListed(Map<String, AttributeValue> item) {
        return item.containsKey(TARGET);
    }

    /** For people. */
    private static void plain(Restore restore, Map<String, AttributeValue> item) {
        item.put("status", text(restore.status().name()));
        item.put("step", text(restore.step().label()));
        restore.progress().work().ifPresent(work -> item.put("doing", text(work.description())));
        restore.outcome().failure().ifPresent(failure -> item.put("failure", text(failure.description())));
    }

    static RestoreId idOf(Map<String, AttributeValue> keys) {
        return new RestoreId(textOf(keys, "pk").substring("RESTORE#".length()));
    }

    /** What is written once of a restore. */
    static Map<String, AttributeValue> accepted(Restore restore) {
        Map<String, AttributeValue> item = new HashMap<>(orderKey(restore.id()));
        item.put(DOC, text(RestoreDocument.accepted(restore)));
        return item;
    }

    /** Of all that stands under its key; one that the first schema wrote has no order of its own. */
    static Optional<Restore> restore(Collection<Map<String, AttributeValue>> items) {
        Optional<String> ordered =
                items.stream().filter(Items::isOrder).findFirst().map(Items::doc);
        return items.stream()
                .filter(Items::isState)
                .findFirst()
                .map(state -> new RestoreDocument(schema(state), ordered, doc(state)).read());
    }

    static int schema(Map<String, AttributeValue> item) {
        return Integer.parseInt(item.getOrDefault(SCHEMA, number(1)).n());
    }

    private static String doc(Map<String, AttributeValue> item) {
        return item.getOrDefault(DOC, AttributeValue.fromS("")).s();
    }

    private static boolean isOrder(Map<String, AttributeValue> item) {
        return "ORDER".equals(textOf(item, "sk"));
    }

    static boolean isState(Map<String, AttributeValue> item) {
        return "RESTORE".equals(textOf(item, "sk"));
    }

    static Map<String, AttributeValue> lock(Restore restore) {
        return owned(lockKey(restore.target()), restore.id());
    }

    static Map<String, AttributeValue> secretLock(String secret, RestoreId id) {
        return owned(secretLockKey(secret), id);
    }

    static RestoreId owner(Map<String, AttributeValue> item) {
        return new RestoreId(textOf(item, "restoreId"));
    }

    static Map<String, AttributeValue> audit(AuditEntry entry, Duration retention) {
        Map<String, AttributeValue> item = new HashMap<>(Map.of(
                "restoreId", text(entry.restore().value()),
                "seq", number(entry.seq()),
                "at", text(entry.at().toString()),
                "step", text(entry.step().label()),
                "what", text(entry.what()),
                "why", text(entry.why()),
                "cause", text(entry.cause()),
                "by", text(entry.by()),
                "expiresAt", number(entry.at().plus(retention).getEpochSecond())));
        if (!entry.calls().isEmpty()) {
            Map<String, AttributeValue> calls = new HashMap<>();
            entry.calls().forEach((call, times) -> calls.put(call, number(times)));
            item.put(CALLS, AttributeValue.fromM(calls));
        }
        return item;
    }

    static AuditEntry audit(Map<String, AttributeValue> item) {
        return new AuditEntry(
                new RestoreId(textOf(item, "restoreId")),
                numberOf(item, "seq"),
                Instant.parse(textOf(item, "at")),
                StepName.ofLabel(textOf(item, "step")),
                textOf(item, "what"),
                textOf(item, "why"),
                textOf(item, "cause"),
                textOf(item, "by"),
                calls(item));
    }

    /** Earlier versions did not count them. */
    private static Map<String, Integer> calls(Map<String, AttributeValue> item) {
        Map<String, Integer> calls = new HashMap<>();
        if (item.containsKey(CALLS)) {
            attribute(item, CALLS).m().forEach((call, times) -> calls.put(call, Integer.valueOf(times.n())));
        }
        return calls;
    }

    /** An attribute that each item of its kind has. */
    static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name);
    }

    static String textOf(Map<String, AttributeValue> item, String name) {
        return attribute(item, name).s();
    }

    static long numberOf(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(attribute(item, name).n());
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static Map<String, AttributeValue> owned(Map<String, AttributeValue> key, RestoreId id) {
        Map<String, AttributeValue> item = new HashMap<>(key);
        item.put("restoreId", text(id.value()));
        return item;
    }

    static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("pk", text(partition), "sk", text(sort));
    }
}
