package io.aurorarestore.local.services.autoscaling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.JsonService;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * The targets of Application Auto Scaling. They are known by name, so that they stay when what they mean is renamed or
 * deleted: AWS does not say what it does then.
 *
 * @see <a href="https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DescribeScalableTargets.html">AWS
 *     </a>
 */
public final class ScalableTargets {

    private static final List<String> KEY = List.of("ServiceNamespace", "ResourceId", "ScalableDimension");

    private final Map<String, ObjectNode> targets = new ConcurrentSkipListMap<>();
    private final InstantSource clock;

    public ScalableTargets(InstantSource clock) {
        this.clock = clock;
    }

    public JsonService service() {
        return new JsonService(
                Map.of("RegisterScalableTarget", this::register, "DescribeScalableTargets", this::describe));
    }

    private JsonNode register(String region, ObjectNode input) {
        ObjectNode target = Json.object();
        KEY.forEach(part -> target.put(part, required(input, part)));
        target.put("MinCapacity", input.path("MinCapacity").asInt())
                .put("MaxCapacity", input.path("MaxCapacity").asInt())
                .put("CreationTime", clock.instant().getEpochSecond());
        String key = KEY.stream().map(part -> target.path(part).asText()).collect(Collectors.joining("/"));
        targets.put(region + "/" + key, target);
        return Json.object();
    }

    private JsonNode describe(String region, ObjectNode input) {
        String namespace = required(input, "ServiceNamespace");
        ObjectNode answer = Json.object();
        ArrayNode found = answer.putArray("ScalableTargets");
        targets.forEach((key, target) -> {
            if (key.startsWith(region + "/" + namespace + "/") && isAsked(input, target)) {
                found.add(target);
            }
        });
        return answer;
    }

    private static boolean isAsked(ObjectNode input, ObjectNode target) {
        JsonNode ids = input.path("ResourceIds");
        JsonNode dimension = input.path("ScalableDimension");
        return (ids.isEmpty() || ids.valueStream().anyMatch(target.path("ResourceId")::equals))
                && (dimension.isMissingNode() || dimension.equals(target.path("ScalableDimension")));
    }

    private static String required(ObjectNode input, String name) {
        if (!input.path(name).isTextual()) {
            throw AwsException.badRequest("ValidationException", "'" + name + "' must not be null.");
        }
        return input.path(name).asText();
    }
}
