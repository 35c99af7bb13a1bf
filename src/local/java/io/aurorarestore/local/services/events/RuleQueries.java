package io.aurorarestore.local.services.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;

/** Shows buses, rules and targets; all in one page. */
final class RuleQueries {

    private final Buses buses;

    RuleQueries(Buses buses) {
        this.buses = buses;
    }

    JsonNode listEventBuses(String region, ObjectNode input) {
        var answer = Json.object();
        var list = answer.putArray("EventBuses");
        buses.all(region).forEach(bus -> list.add(json(bus)));
        return answer;
    }

    JsonNode describeEventBus(String region, ObjectNode input) {
        return json(bus(region, input.path("Name").asText("default")));
    }

    JsonNode listRules(String region, ObjectNode input) {
        var answer = Json.object();
        var list = answer.putArray("Rules");
        Bus bus = bus(region, input.path("EventBusName").asText("default"));
        String prefix = input.path("NamePrefix").asText();
        bus.rules().stream().filter(rule -> rule.name().startsWith(prefix)).forEach(rule -> list.add(json(bus, rule)));
        return answer;
    }

    JsonNode describeRule(String region, ObjectNode input) {
        Bus bus = bus(region, input.path("EventBusName").asText("default"));
        return json(bus, rule(bus, input.path("Name").asText()));
    }

    JsonNode listTargetsByRule(String region, ObjectNode input) {
        Bus bus = bus(region, input.path("EventBusName").asText("default"));
        var answer = Json.object();
        var list = answer.putArray("Targets");
        for (Target target : rule(bus, input.path("Rule").asText()).targets()) {
            list.addObject().put("Id", "target-" + list.size()).put("Arn", target.arn());
        }
        return answer;
    }

    private Bus bus(String region, String name) {
        return buses.all(region).stream()
                .filter(bus -> bus.name().equals(name) || bus.arn().equals(name))
                .findFirst()
                .orElseThrow(() -> notFound("Event bus " + name + " does not exist."));
    }

    private Rule rule(Bus bus, String name) {
        return bus.rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> notFound("Rule %s does not exist on EventBus %s.".formatted(name, bus.name())));
    }

    private AwsException notFound(String message) {
        return AwsException.badRequest("ResourceNotFoundException", message);
    }

    private ObjectNode json(Bus bus) {
        return Json.object().put("Name", bus.name()).put("Arn", bus.arn());
    }

    private ObjectNode json(Bus bus, Rule rule) {
        return Json.object()
                .put("Name", rule.name())
                .put("Arn", rule.arn())
                .put("EventPattern", rule.pattern())
                .put("State", "ENABLED")
                .put("EventBusName", bus.name());
    }
}
