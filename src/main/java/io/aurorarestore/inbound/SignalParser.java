package io.aurorarestore.inbound;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.message.Message;
import io.aurorarestore.message.Messages;
import io.aurorarestore.restore.DatabaseJob;
import io.aurorarestore.restore.Failure;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.JobReport;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.saga.Control;
import java.util.Map;
import java.util.Optional;

/** Tells what a message of the inbox is. Never fails: what it cannot read is {@link Signal.Unreadable}. */
final class SignalParser {

    private static final String CLIENT = "aurora-restore.client";
    private static final Map<String, Control.Operation> OPERATIONS = Map.of(
            "Restore Cancel Requested", Control.Operation.CANCEL,
            "Restore Resume Requested", Control.Operation.RESUME,
            "Restore Abandon Requested", Control.Operation.ABANDON,
            "Restore Retire Requested", Control.Operation.RETIRE);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    Signal parse(SQSMessage message) {
        try {
            return parse(JSON.readTree(message.getBody()), message.getMessageId());
        } catch (JsonProcessingException e) {
            return new Signal.Unreadable("it is no JSON, or says something twice", message.getMessageId());
        } catch (IllegalArgumentException | NullPointerException e) {
            return new Signal.Unreadable(String.valueOf(e.getMessage()), message.getMessageId());
        }
    }

    private static Signal parse(JsonNode body, String messageId) {
        if (RdsEvent.isOne(body)) {
            return new Signal.Happened(RdsEvent.of(body));
        }
        if (CLIENT.equals(body.path("source").asText())) {
            return request(body, messageId);
        }
        return own(Messages.read(body), messageId);
    }

    private static Signal request(JsonNode event, String messageId) {
        JsonNode detail = event.path("detail");
        String by = CLIENT + " in account " + event.path("account").asText("unknown");
        String eventId = event.path("id").asText(messageId);
        Asked asked = Asked.by(by, detail, key(detail).orElse(eventId), eventId);
        Control.Operation operation = OPERATIONS.get(event.path("detail-type").asText());
        return operation == null
                ? new Signal.Requested(asked)
                : new Signal.Operated(asked.under(operation.keyOf(asked.sender().key())), operation);
    }

    private static Optional<String> key(JsonNode detail) {
        JsonNode id = detail.path("requestId");
        return id.isTextual() && !id.asText().isBlank() ? Optional.of(id.asText()) : Optional.empty();
    }

    private static Signal own(Message message, String messageId) {
        if (message.wakeUp() != null) {
            Message.WakeUp wakeUp = message.wakeUp();
            return new Signal.WokenUp(new RestoreId(wakeUp.restoreId()), wakeUp.chain());
        }
        if (message.report() != null) {
            return new Signal.Reported(Messages.report(message.report()));
        }
        return message.job() != null
                ? new Signal.Reported(dead(Messages.job(message.job())))
                : new Signal.Unreadable("it is no event, request or message of the service", messageId);
    }

    /** A job reaches the inbox only from the dead letters of the database function. */
    private static JobReport dead(DatabaseJob job) {
        return JobReport.failed(
                job,
                new Failure(
                        FailureCode.DATABASE_FAILED,
                        "The database function gave up on the job of step "
                                + job.step().label() + "; its log says why."));
    }
}
