package io.aurorarestore.local.services.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.services.Aws;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jboss.logging.Logger;
import software.amazon.event.ruler.Machine;

/** An event bus and its rules, matched by AWS's own event-ruler. */
final class Bus {

    private static final Logger LOG = Logger.getLogger(Bus.class);

    private final String region;
    private final String name;
    private final Machine machine = Machine.builder().build();
    private final Map<String, List<Target>> rules = new ConcurrentSkipListMap<>();

    private final PublishedEvents published;

    Bus(String region, String name, PublishedEvents published) {
        this.region = region;
        this.name = name;
        this.published = published;
    }

    String arn() {
        return Aws.arn("events", region, "event-bus/" + name);
    }

    /** @throws IllegalArgumentException if the pattern is none */
    void addRule(String ruleName, String pattern, List<Target> targets) {
        try {
            machine.addRule(ruleName, pattern);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "Event pattern of rule " + ruleName + " is not valid: " + e.getMessage(), e);
        }
        rules.put(ruleName, List.copyOf(targets));
    }

    void publish(ObjectNode event) {
        published.add(arn(), event);
        matching(event).stream()
                .flatMap(rule -> rules.getOrDefault(rule, List.of()).stream())
                .forEach(target -> deliver(event, target));
    }

    private List<String> matching(ObjectNode event) {
        try {
            return machine.rulesForJSONEvent(event.toString());
        } catch (Exception e) {
            throw new IllegalArgumentException("event-ruler cannot read the event: " + e.getMessage(), e);
        }
    }

    /** One target's failure keeps the event neither from the others nor from whoever sent it. */
    private void deliver(ObjectNode event, Target target) {
        try {
            target.deliver(event);
        } catch (RuntimeException e) {
            LOG.errorf(
                    "Event %s did not reach a target of %s: %s",
                    event.path("id").asText(), arn(), e.getMessage());
        }
    }
}
