package io.aurorarestore.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.json.QueueMessage;
import io.aurorarestore.json.QueueMessages;
import io.aurorarestore.json.UnreadableMessageException;
import io.aurorarestore.model.text.PlainText;
import io.aurorarestore.model.text.Sensitive;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Parses a message of the inbox. What it cannot read is {@link InboxMessage.Unreadable}: only a defect makes it fail.
 */
final class InboxMessageParser {

    private static final String CLIENT = "aurora-restore.client";
    private static final Map<String, OperatorActions.Operation> OPERATIONS = Map.of(
            "Restore Cancel Requested", OperatorActions.Operation.CANCEL,
            "Restore Resume Requested", OperatorActions.Operation.RESUME,
            "Restore Abandon Requested", OperatorActions.Operation.ABANDON,
            "Restore Retire Requested", OperatorActions.Operation.RETIRE);
    private static final String HOOK_COMPLETED = "Restore Hook Completed";
    private static final String HOOK_PROGRESSED = "Restore Hook Progressed";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    /** In characters: EventBridge's ids are UUIDs, a request's own a little longer. */
    private static final int LONGEST_KEY = 1024;

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    InboxMessage parse(SQSMessage message) {
        String body = message.getBody() == null ? "" : message.getBody();
        try {
            return parse(JSON.readTree(body), message.getMessageId());
        } catch (JsonProcessingException e) {
            return unreadable("it is no JSON, or says something twice", message.getMessageId(), body);
        } catch (UnreadableMessageException e) {
            return unreadable("it is no event, request or message of the service", message.getMessageId(), body);
        }
    }

    private static InboxMessage unreadable(String reason, String messageId, String body) {
        return new InboxMessage.Unreadable(reason, messageId, new Sensitive(body));
    }

    private static InboxMessage parse(JsonNode body, String messageId) {
        if (RdsEvent.isOne(body)) {
            return new InboxMessage.Happened(RdsEvent.of(body));
        }
        if (CLIENT.equals(body.path("source").asText())) {
            return request(body, messageId);
        }
        return own(QueueMessages.read(body));
    }

    private static InboxMessage request(JsonNode event, String messageId) {
        JsonNode detail = event.path("detail");
        String by = CLIENT + " in account " + account(event);
        String type = event.path("detail-type").asText();
        if (HOOK_COMPLETED.equals(type) || HOOK_PROGRESSED.equals(type)) {
            return new InboxMessage.Answered(detail, HOOK_COMPLETED.equals(type), by);
        }
        String eventId = key(event.path("id"), messageId);
        ReceivedRequest asked = ReceivedRequest.by(by, detail, key(detail.path("requestId"), eventId), eventId);
        OperatorActions.Operation operation = OPERATIONS.get(type);
        return operation == null
                ? new InboxMessage.Requested(asked)
                : new InboxMessage.Operated(
                        asked.under(operation.keyOf(asked.sender().key())), operation);
    }

    private static String account(JsonNode event) {
        String account = event.path("account").asText();
        return ACCOUNT.matcher(account).matches() ? account : "unknown";
    }

    /** One that is no plain text is refused with the request; until then it needs a key that is its own. */
    private static String key(JsonNode id, String otherwise) {
        String text = id.asText();
        boolean fits = !text.isBlank() && text.length() <= LONGEST_KEY && PlainText.isPlain(text);
        return id.isTextual() && fits ? id.asText() : otherwise;
    }

    private static InboxMessage own(QueueMessage message) {
        if (message.wakeUp() != null) {
            QueueMessage.WakeUp wakeUp = message.wakeUp();
            return new InboxMessage.WokenUp(QueueMessages.restore(wakeUp.restoreId()), wakeUp.chain());
        }
        if (message.report() != null) {
            return new InboxMessage.Reported(QueueMessages.job(message.report().job()));
        }
        // A job reaches the inbox only from the dead letters of the database function.
        return new InboxMessage.Dead(QueueMessages.job(message.job()));
    }
}
