package io.aurorarestore.local.services.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.Json;
import java.nio.charset.StandardCharsets;

/**
 * Lets delayed messages come sooner: a message's {@code DelaySeconds} is divided by the speed, rounded up to whole
 * seconds. A delay SQS does not allow (more than 900 s) stays as it is, to be refused.
 */
final class DelayScale {

    private static final String DELAY = "DelaySeconds";
    private static final int MOST = 900;

    private final double speed;

    DelayScale(double speed) {
        this.speed = speed;
    }

    AwsRequest apply(AwsRequest request) {
        return Json.readObject(request.text())
                .map(body -> request.withBody(bytes(scaled(body).toString())))
                .orElse(request);
    }

    private ObjectNode scaled(ObjectNode body) {
        scaleIn(body);
        body.path("Entries").forEach(this::scaleIn);
        return body;
    }

    private void scaleIn(JsonNode message) {
        if (message instanceof ObjectNode object && object.path(DELAY).isInt()) {
            object.put(DELAY, scaled(object.get(DELAY).intValue()));
        }
    }

    private int scaled(int seconds) {
        return seconds <= 0 || seconds > MOST ? seconds : (int) Math.min(MOST, Math.ceil(seconds / speed));
    }

    private byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
