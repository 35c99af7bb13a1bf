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

/**
 * EventBridge: buses, rules and PutEvents. AWS services' own events come in by {@link #emit}, onto the default bus of
 * the region in their envelope. Events reach their targets before the call returns.
 */
public final class EventBridge implements EventSink {

    private static final int MOST_ENTRIES = 10;
    private static final int MOST_BYTES = 256 * 1024;

    private final Buses buses = new Buses();
    private final Clock clock;

    public EventBridge(Clock clock) {
        this.clock = clock;
    }

    public AwsService service() {
        var rules = new RuleQueries(buses);
        return new JsonService(Map.of(
                "PutEvents", this::putEvents,
                "ListEventBuses", rules::listEventBuses,
                "DescribeEventBus", rules::describeEventBus,
                "ListRules", rules::listRules,
                "DescribeRule", rules::describeRule,
                "ListTargetsByRule", rules::listTargetsByRule));
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

    /** Puts an event onto a bus as it is, the envelope included, as a rule whose target is that bus does. */
    void forward(BusArn bus, ObjectNode event) {
        buses.get(bus.region(), bus.name()).publish(event);
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
