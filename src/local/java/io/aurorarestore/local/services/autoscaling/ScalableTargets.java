package io.aurorarestore.local.services.autoscaling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.JsonService;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * The targets of Application Auto Scaling, and their policies. They are known by name, so that they stay when what they
 * mean is renamed or deleted: AWS does not say what it does then.
 *
 * @see <a href="https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DescribeScalableTargets.html">AWS
 *     </a>
 */
public final class ScalableTargets {

    private static final List<String> KEY = List.of("ServiceNamespace", "ResourceId", "ScalableDimension");
    private static final List<String> OF_POLICY = List.of(
            "PolicyType",
            "TargetTrackingScalingPolicyConfiguration",
            "StepScalingPolicyConfiguration",
            "PredictiveScalingPolicyConfiguration");
    private static final List<String> SUSPENDABLE =
            List.of("DynamicScalingInSuspended", "DynamicScalingOutSuspended", "ScheduledScalingSuspended");

    private final Map<String, ObjectNode> targets = new ConcurrentSkipListMap<>();
    private final Map<String, ObjectNode> policies = new ConcurrentSkipListMap<>();
    private final InstantSource clock;

    public ScalableTargets(InstantSource clock) {
        this.clock = clock;
    }

    public JsonService service() {
        return new JsonService(Map.of(
                "RegisterScalableTarget", this::register,
                "DescribeScalableTargets", this::describeTargets,
                "PutScalingPolicy", this::put,
                "DescribeScalingPolicies", this::describePolicies));
    }

    private JsonNode register(String region, ObjectNode input) {
        ObjectNode target = keyed(input)
                .put("MinCapacity", input.path("MinCapacity").asInt())
                .put("MaxCapacity", input.path("MaxCapacity").asInt())
                .put("CreationTime", clock.instant().getEpochSecond());
        ObjectNode suspended = target.putObject("SuspendedState");
        SUSPENDABLE.forEach(
                one -> suspended.put(one, input.path("SuspendedState").path(one).asBoolean()));
        targets.put(key(region, target), target);
        return Json.object();
    }

    private JsonNode put(String region, ObjectNode input) {
        ObjectNode policy = keyed(input).put("PolicyName", required(input, "PolicyName"));
        if (!targets.containsKey(key(region, policy))) {
            throw AwsException.badRequest(
                    "ObjectNotFoundException", "No scalable target registered for " + policy.path("ResourceId"));
        }
        OF_POLICY.stream().filter(input::has).forEach(part -> policy.set(part, input.get(part)));
        String key = key(region, policy) + "/" + policy.path("PolicyName").asText();
        policy.put("PolicyARN", arn(region, key, policy))
                .put("CreationTime", clock.instant().getEpochSecond());
        policies.put(key, policy);
        return Json.object().set("PolicyARN", policy.path("PolicyARN"));
    }

    private static String arn(String region, String key, ObjectNode policy) {
        return "arn:aws:autoscaling:%s:123456789012:scalingPolicy:%s:resource/%s/%s:policyName/%s"
                .formatted(
                        region,
                        UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                        policy.path("ServiceNamespace").asText(),
                        policy.path("ResourceId").asText(),
                        policy.path("PolicyName").asText());
    }

    private JsonNode describeTargets(String region, ObjectNode input) {
        ObjectNode answer = Json.object();
        found(region, input, targets, answer.putArray("ScalableTargets"));
        return answer;
    }

    private JsonNode describePolicies(String region, ObjectNode input) {
        ObjectNode answer = Json.object();
        found(region, input, policies, answer.putArray("ScalingPolicies"));
        return answer;
    }

    private static void found(String region, ObjectNode input, Map<String, ObjectNode> all, ArrayNode answer) {
        String namespace = required(input, "ServiceNamespace");
        all.forEach((key, one) -> {
            if (key.startsWith(region + "/" + namespace + "/") && isAsked(input, one)) {
                answer.add(one);
            }
        });
    }

    private static boolean isAsked(ObjectNode input, ObjectNode one) {
        JsonNode ids = input.path("ResourceIds");
        return (ids.isEmpty() || ids.valueStream().anyMatch(one.path("ResourceId")::equals))
                && isAsked(input.path("ResourceId"), one.path("ResourceId"))
                && isAsked(input.path("ScalableDimension"), one.path("ScalableDimension"));
    }

    private static boolean isAsked(JsonNode wanted, JsonNode there) {
        return wanted.isMissingNode() || wanted.equals(there);
    }

    private static ObjectNode keyed(ObjectNode input) {
        ObjectNode keyed = Json.object();
        KEY.forEach(part -> keyed.put(part, required(input, part)));
        return keyed;
    }

    private static String key(String region, ObjectNode one) {
        return region + "/" + KEY.stream().map(part -> one.path(part).asText()).collect(Collectors.joining("/"));
    }

    private static String required(ObjectNode input, String name) {
        if (!input.path(name).isTextual()) {
            throw AwsException.badRequest("ValidationException", "'" + name + "' must not be null.");
        }
        return input.path(name).asText();
    }
}
