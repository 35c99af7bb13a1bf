package io.aurorarestore.local.services.sns;

import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.front.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Publish was asked, or one entry of PublishBatch; throws {@link AwsException} where SNS refuses.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">AWS</a>
 */
record PublishForm(Form form, Optional<String> topic) {

    private static final int LONGEST_SUBJECT = 100;
    private static final int MOST_BYTES = 262_144;

    PublishedMessage message(Instant now) {
        String id = UUID.randomUUID().toString();
        return new PublishedMessage(topicArn(), id, subject(), message(), isStructured(), attributes(), now);
    }

    private String topicArn() {
        return topic.orElseThrow(() -> Topics.invalid("TopicArn or TargetArn Reason: no value for required parameter"));
    }

    /** {@code null} if there is none. */
    private @Nullable String subject() {
        String subject = form.text("Subject");
        if (subject != null && !isSubject(subject)) {
            throw Topics.invalid("Subject");
        }
        return subject;
    }

    private boolean isSubject(String subject) {
        return !subject.isEmpty()
                && subject.length() <= LONGEST_SUBJECT
                && subject.charAt(0) != ' '
                && subject.chars().allMatch(PublishForm::isPrintableAscii);
    }

    private static boolean isPrintableAscii(int character) {
        return character >= ' ' && character <= '~';
    }

    private String message() {
        String message = form.get("Message", "");
        if (message.isEmpty()) {
            throw Topics.invalid("Empty message");
        }
        if (bytes(message) + attributeBytes() > MOST_BYTES) {
            throw Topics.invalid("Message too long");
        }
        if (isStructured()) {
            checkStructure(message);
        }
        return message;
    }

    /** Whether the message holds one text for each protocol. */
    private boolean isStructured() {
        String structure = form.get("MessageStructure", "");
        if (!structure.isEmpty() && !structure.equals("json")) {
            throw Topics.invalid("Invalid message structure. Must be json");
        }
        return !structure.isEmpty();
    }

    private void checkStructure(String message) {
        var texts = Json.readObject(message)
                .orElseThrow(() -> Topics.invalid("Message Structure - JSON message body failed to parse"));
        if (!texts.path("default").isTextual()) {
            throw Topics.invalid("Message Structure - No default entry in JSON message body");
        }
    }

    private List<MessageAttribute> attributes() {
        return form.list("MessageAttributes").stream().map(this::attribute).toList();
    }

    private MessageAttribute attribute(Form entry) {
        String name = entry.get("Name", "");
        String type = entry.get("Value.DataType", "");
        String value = entry.get("Value.StringValue")
                .or(() -> entry.get("Value.BinaryValue"))
                .orElse("");
        if (name.isEmpty() || !type.matches("(String|Number|Binary)(\\..+)?") || value.isEmpty()) {
            throw AwsException.badRequest(
                    "ParameterValueInvalid",
                    "The message attribute '%s' must have a non-empty name, type and value.".formatted(name));
        }
        return new MessageAttribute(name, type, value);
    }

    private int attributeBytes() {
        return attributes().stream()
                .mapToInt(attribute -> bytes(attribute.name()) + bytes(attribute.type()) + bytes(attribute.value()))
                .sum();
    }

    private int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
