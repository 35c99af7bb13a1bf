package io.aurorarestore.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.HookAnswer;
import io.aurorarestore.model.restore.HookId;
import java.util.Optional;

/** Reads what those who work for hooks answer. */
public final class HookAnswerReader {

    private HookAnswerReader() {}

    /**
     * Of an event, which names the asking by its {@code hookId}.
     *
     * @param ended whether it says how it ended, and not how far it is
     * @throws RequestRejectedException with {@code INVALID_REQUEST}
     */
    public static HookAnswer ofEvent(JsonNode detail, boolean ended) {
        Fields fields = Fields.ofRequest(detail);
        Optional<HookId> id = fields.parsed("hookId", HookId::parse);
        if (!fields.has("hookId")) {
            fields.wrong("hookId", "must be there");
        }
        Optional<AskedHook.State> outcome = outcome(fields);
        Optional<Integer> percent = fields.number("percent", 0, 100);
        String message = message(fields);
        if (ended && !fields.has("outcome")) {
            fields.wrong("outcome", "must be there");
        }
        fields.refuseUnknown();
        fields.refuseWrong();
        return id.map(one -> new HookAnswer(
                        one.restore(), one.hook(), id, ended ? outcome : Optional.empty(), percent, message))
                .orElseThrow();
    }

    /**
     * Of a call, whose path names restore and hook.
     *
     * @throws RequestRejectedException with {@code INVALID_REQUEST}
     */
    public static HookAnswer ofCall(RestoreId restore, String hook, JsonNode body) {
        Fields fields = Fields.ofRequest(body);
        Optional<HookId> id = fields.parsed("hookId", HookId::parse);
        Optional<AskedHook.State> outcome = outcome(fields);
        Optional<Integer> percent = fields.number("percent", 0, 100);
        String message = message(fields);
        if (fields.has("outcome") == fields.has("percent")) {
            fields.wrong("either outcome or percent", "must be there");
        }
        fields.refuseUnknown();
        fields.refuseWrong();
        return new HookAnswer(restore, hook, id, outcome, percent, message);
    }

    private static Optional<AskedHook.State> outcome(Fields fields) {
        return fields.parsed("outcome", text -> switch (text) {
            case "SUCCEEDED" -> AskedHook.State.SUCCEEDED;
            case "FAILED" -> AskedHook.State.FAILED;
            default -> throw new IllegalArgumentException("it must be SUCCEEDED or FAILED");
        });
    }

    /** Whatever a program wrote at its end: it is cut and cleaned, not refused. */
    private static String message(Fields fields) {
        return fields.value("message")
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .orElse("");
    }
}
