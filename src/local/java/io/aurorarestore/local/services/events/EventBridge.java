package io.aurorarestore.local.services.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.AwsService;
import io.aurorarestore.local.front.EventSink;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.JsonService;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * EventBridge: buses, rules and PutEvents. AWS services' own events come in by {@link #emit}, onto the default bus of
 * the region in their envelope. Events reach their targets before the call returns.
 */
public final class EventBridge implements EventSink {

    private static final Pattern BUS = Pattern.compile("arn:aws[a-z-]*:events:([a-z0-9-]+):\\d{12}:event-bus/(.+)");
    private static final int MOST_ENTRIES = 10;
    private static final int MOST_BYTES = 256 * 1024;

    private final Buses buses = new Buses();
    private final Clock clock;

    public EventBridge(Clock clock) {
        this.clock = clock;
    }

    public AwsService service() {
        return new JsonService(Map.of("PutEvents", this::putEvents));
    }

    /** Every region has the bus {@code default}; others are made here. */
    public void createBus(String region, String name) {
        buses.create(region, name);
    }

    /**
     * @param pattern the event pattern, JSON
     * @throws IllegalArgumentException if the pattern is none
     */
    public void addRule(String region, String bus, String name, String pattern, List<Target> targets) {
        buses.get(region, bus).addRule(name, pattern, targets);
    }

    /** The latest events of all buses, oldest first. */
    public JsonNode toJson() {
        return buses.published().toJson();
    }

    @Override
    public void emit(ObjectNode event) {
        buses.get(event.path("region").asText(), "default").publish(event);
    }

    /**
     * A bus as another one's target, also of another region. The event stays what it is: its id, time, source, account
     * and region are those of where it happened. There is one account here, so the ARN's is not looked at.
     *
     * @throws IllegalArgumentException if it is not the ARN of a bus
     * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html">AWS</a>
     */
    public Target bus(String arn) {
        Matcher parts = BUS.matcher(arn);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not the ARN of an event bus: " + arn);
        }
        return event -> buses.get(parts.group(1), parts.group(2)).publish(event);
    }

    /**
     * Puts one entry of PutEvents from within this process.
     *
     * @return the event's id
     * @throws AwsException what is wrong with the entry
     */
    public String put(String region, ObjectNode entry) {
        Entry one = new Entry(entry);
        ObjectNode event = one.envelope(region, clock.instant());
        buses.get(region, one.bus()).publish(event);
        return event.path("id").asText();
    }

    private JsonNode putEvents(String region, ObjectNode input) {
        checkWhole(input.path("Entries"));
        var answer = Json.object();
        var results = answer.putArray("Entries");
        int failed = 0;
        for (JsonNode entry : input.path("Entries")) {
            ObjectNode result = result(region, entry);
            failed += result.has("ErrorCode") ? 1 : 0;
            results.add(result);
        }
        return answer.put("FailedEntryCount", failed);
    }

    private ObjectNode result(String region, JsonNode entry) {
        try {
            return Json.object().put("EventId", put(region, (ObjectNode) entry));
        } catch (AwsException e) {
            return Json.object().put("ErrorCode", e.code()).put("ErrorMessage", e.getMessage());
        }
    }

    private void checkWhole(JsonNode entries) {
        int bytes = 0;
        for (JsonNode entry : entries) {
            bytes += new Entry(entry).size();
        }
        if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            throw validation("'entries' must have 1 to %d members, not %d.".formatted(MOST_ENTRIES, entries.size()));
        }
        if (bytes >= MOST_BYTES) {
            throw validation("Total size of the entries in the request is over the limit.");
        }
    }

    private AwsException validation(String message) {
        return AwsException.badRequest("ValidationException", message);
    }
}
