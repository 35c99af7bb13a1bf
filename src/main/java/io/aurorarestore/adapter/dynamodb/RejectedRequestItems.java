package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.RejectedRequest;
import io.aurorarestore.model.text.PlainText;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.port.RejectedRequests.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Maps rejected requests to items of the tables, and back. */
final class RejectedRequestItems {

    /** In characters. */
    private static final int LONGEST = 4096;

    /** In bytes: an item takes 400 KB, and the rest of it is some 60 at most. */
    private static final int MOST_BODY = 300 * 1024;

    private RejectedRequestItems() {}

    static Map<String, AttributeValue> key(String idempotencyKey) {
        return Map.of(
                "pk", Items.text("REFUSAL#" + RestoreId.of(idempotencyKey)),
                "sk", Items.text("REFUSAL"));
    }

    static Map<String, AttributeValue> remembered(RejectedRequest refusal) {
        Map<String, AttributeValue> item = new HashMap<>(shown(refusal));
        item.putAll(key(refusal.key()));
        item.put("fingerprint", Items.text(refusal.fingerprint()));
        item.put("delivery", Items.text(refusal.delivery()));
        item.put("told", AttributeValue.fromBool(false));
        refusal.body().map(Sensitive::reveal).ifPresent(body -> keep(body, item));
        item.put("expiresAt", expiry(refusal, Items.REMEMBERED));
        return item;
    }

    /** Whole, or as much of it as an item has room for. */
    private static void keep(String body, Map<String, AttributeValue> item) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        item.put("body", Items.text(bytes.length <= MOST_BODY ? body : beginning(bytes)));
        item.put("bodyBytes", Items.number(bytes.length));
    }

    private static String beginning(byte[] bytes) {
        int end = MOST_BODY;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    /** A day's refusals stand together: they belong to no restore. */
    static Map<String, AttributeValue> audited(RejectedRequest refusal, Duration retention) {
        Map<String, AttributeValue> item = new HashMap<>(shown(refusal));
        item.put("restoreId", Items.text("refused-" + LocalDate.ofInstant(refusal.at(), ZoneOffset.UTC)));
        item.put("seq", Items.number(number(refusal)));
        item.put("what", Items.text("refused"));
        item.put("expiresAt", expiry(refusal, retention));
        return item;
    }

    /** By time; two of the same microsecond differ by their keys. */
    private static long number(RejectedRequest refusal) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, refusal.at());
        return micros * 1000 + Math.floorMod((refusal.key() + refusal.delivery()).hashCode(), 1000);
    }

    /** {@code asked} is the target that was asked for: it must not be in the index of restores by target. */
    private static Map<String, AttributeValue> shown(RejectedRequest refusal) {
        return Map.of(
                "key", text(refusal.key()),
                "asked", text(refusal.target()),
                "profile", text(refusal.profile()),
                "by", text(refusal.by()),
                "code", text(refusal.failure().code().name()),
                "why", text(refusal.failure().message()),
                "at", text(refusal.at().toString()));
    }

    /** What was refused may hold anything of any length. */
    private static AttributeValue text(String value) {
        return Items.text(PlainText.shortened(value, LONGEST));
    }

    private static AttributeValue expiry(RejectedRequest refusal, Duration kept) {
        return Items.number(refusal.at().plus(kept).getEpochSecond());
    }

    static Standing standing(Map<String, AttributeValue> item) {
        return new Standing(refusal(item), Items.attribute(item, "told").bool());
    }

    static RejectedRequest refusal(Map<String, AttributeValue> item) {
        return new RejectedRequest(
                Items.textOf(item, "key"),
                Items.textOf(item, "fingerprint"),
                Items.textOf(item, "delivery"),
                Items.textOf(item, "asked"),
                Items.textOf(item, "profile"),
                Items.textOf(item, "by"),
                new Failure(FailureCode.valueOf(Items.textOf(item, "code")), Items.textOf(item, "why")),
                Instant.parse(Items.textOf(item, "at")),
                Optional.ofNullable(item.get("body")).map(AttributeValue::s).map(Sensitive::new));
    }
}
