package io.aurorarestore.local;

import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.services.events.EventBridge;
import io.aurorarestore.local.services.events.Target;
import io.aurorarestore.local.services.sqs.Queue;
import io.aurorarestore.local.services.sqs.Sqs;
import io.aurorarestore.local.template.Resource;
import io.aurorarestore.local.template.TemplateError;
import java.util.List;
import java.util.Map;

/** Makes a template's rules in one region, with queues and event buses as their targets. */
record StackRules(EventBridge events, Sqs sqs, String region) {

    private static final String DEFAULT_BUS = "default";

    void add(Resource rule) {
        String bus = String.valueOf(rule.properties().getOrDefault("EventBusName", DEFAULT_BUS));
        String pattern = Json.tree(rule.map("EventPattern")).toString();
        String name = String.valueOf(rule.properties().getOrDefault("Name", rule.logicalId()));
        List<Target> targets = rule.list("Targets").stream()
                .map(Resource::asMap)
                .map(target -> target(rule.logicalId(), target))
                .toList();
        events.addRule(region, bus, name, pattern, targets);
    }

    private Target target(String rule, Map<String, Object> target) {
        String arn = String.valueOf(target.get("Arn"));
        if (target.keySet().stream().anyMatch(property -> property.startsWith("Input"))) {
            throw new TemplateError(rule, "the local AWS gives targets whole events, without Input");
        }
        if (arn.contains(":events:")) {
            return events.bus(arn);
        }
        if (arn.contains(":sqs:")) {
            Queue queue = sqs.queue(arn);
            return event -> queue.send(event.toString());
        }
        throw new TemplateError(rule, "the local AWS does not know targets like " + arn);
    }
}
