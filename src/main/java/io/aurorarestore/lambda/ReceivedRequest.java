package io.aurorarestore.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.json.RequestReader;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.Sender;
import io.aurorarestore.model.restore.RejectedRequest;
import io.aurorarestore.model.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A request as it came in by an event.
 *
 * @param detail not read yet: it may be anything
 * @param delivery the message it came with, the same where that is delivered twice
 */
record ReceivedRequest(JsonNode detail, Sender sender, String delivery) {

    /** In characters: what names a cluster or a profile is shorter. */
    private static final int LONGEST = 256;

    static ReceivedRequest by(String who, JsonNode detail, String key, String delivery) {
        return new ReceivedRequest(detail, new Sender(key, who, RequestReader.taskToken(detail)), delivery);
    }

    RejectedRequest refused(Failure failure, Instant at) {
        return new RejectedRequest(
                sender.key(),
                fingerprint(),
                delivery,
                told("target", ""),
                told("profile", RestoreRequest.DEFAULT_PROFILE),
                sender.by(),
                failure,
                at);
    }

    /** It was not found right: it may be of any length. */
    private String told(String field, String otherwise) {
        return PlainText.shortened(detail.path(field).asText(otherwise), LONGEST);
    }

    /** The same, asked under another key. */
    ReceivedRequest under(String key) {
        return new ReceivedRequest(detail, new Sender(key, sender.by(), sender.taskToken()), delivery);
    }

    /** Of all that is asked: who waits for it may change. */
    private String fingerprint() {
        JsonNode asked = detail.deepCopy();
        if (asked instanceof ObjectNode object) {
            object.remove("taskToken");
        }
        return UUID.nameUUIDFromBytes(asked.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
