package io.aurorarestore.local.services.sns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that was published.
 *
 * @param subject {@code null} if it has none
 * @param message as published; a JSON object with one text for each protocol if structured
 */
record PublishedMessage(
        String topicArn,
        String messageId,
        @Nullable String subject,
        String message,
        boolean structured,
        List<MessageAttribute> attributes,
        Instant timestamp) {

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    static String time(Instant instant) {
        return MILLIS.format(instant);
    }

    String time() {
        return time(timestamp);
    }

    /** The text for subscribers of that protocol. */
    String text(String protocol) {
        return structured
                ? Json.readObject(message)
                        .map(texts -> texts.path(texts.path(protocol).isTextual() ? protocol : "default"))
                        .orElseThrow()
                        .asText()
                : message;
    }

    ObjectNode attributesJson() {
        var json = Json.object();
        attributes.forEach(
                each -> json.putObject(each.name()).put("Type", each.type()).put("Value", each.value()));
        return json;
    }

    /** With the text a queue gets; a structured message's other text, which people get by e-mail, is its default. */
    ObjectNode toJson() {
        var json = Json.object().put("topicArn", topicArn).put("messageId", messageId);
        json.put("subject", subject).put("message", text("sqs"));
        if (structured) {
            json.put("default", text("default"));
        }
        json.set("messageAttributes", attributesJson());
        return json.put("timestamp", time());
    }
}
