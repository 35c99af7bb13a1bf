package io.aurorarestore.local.services.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.services.Aws;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * One entry of PutEvents.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html">AWS</a>
 */
record Entry(JsonNode json) {

    /** The name of the bus; an ARN's last part. */
    String bus() {
        String bus = json.path("EventBusName").asText("default");
        return bus.substring(bus.indexOf('/') + 1);
    }

    /** Bytes, as AWS counts them. */
    int size() {
        int size = json.has("Time") ? 14 : 0;
        for (String field : new String[] {"Source", "DetailType", "Detail"}) {
            size += bytes(json.path(field).asText());
        }
        for (JsonNode resource : json.path("Resources")) {
            size += bytes(resource.asText());
        }
        return size;
    }

    private int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * The event as a rule's target receives it.
     *
     * @throws AwsException what is wrong with the entry; belongs into the entry's result
     */
    ObjectNode envelope(String region, Instant now) {
        String detailType = required("DetailType");
        var event =
                Json.object().put("version", "0").put("id", UUID.randomUUID().toString());
        event.put("detail-type", detailType);
        event.put("source", source());
        event.put("account", Aws.ACCOUNT).put("time", time(now)).put("region", region);
        json.path("Resources").forEach(event.putArray("resources")::add);
        event.set("detail", detail());
        return event;
    }

    private String source() {
        String source = required("Source");
        if (source.startsWith("aws.")) {
            throw AwsException.badRequest("NotAuthorizedForSourceException", "Not authorized for the source.");
        }
        return source;
    }

    private String time(Instant now) {
        JsonNode given = json.path("Time");
        Instant time = given.isNumber() ? Instant.ofEpochMilli(Math.round(given.doubleValue() * 1000)) : now;
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private ObjectNode detail() {
        return Json.readObject(required("Detail"))
                .orElseThrow(() -> AwsException.badRequest("MalformedDetail", "Detail is malformed."));
    }

    private String required(String field) {
        String value = json.path(field).asText();
        if (value.isEmpty()) {
            throw AwsException.badRequest(
                    "InvalidArgument",
                    "Parameter %s is not valid. Reason: %s is a required argument.".formatted(field, field));
        }
        return value;
    }
}
