package io.aurorarestore.adapter.rds;

import io.aurorarestore.model.aws.ReplicaScaling;
import io.aurorarestore.model.aws.ScalingPolicy;
import io.aurorarestore.model.text.JsonText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState;

/** Maps what Application Auto Scaling shows. A policy's configuration becomes the JSON that makes it anew. */
final class ScalingTargetMapper {

    private ScalingTargetMapper() {}

    static ReplicaScaling target(ScalableTarget seen) {
        return ReplicaScaling.between(
                        Objects.requireNonNullElse(seen.minCapacity(), 0),
                        Objects.requireNonNullElse(seen.maxCapacity(), 0))
                .suspending(suspended(seen.suspendedState()));
    }

    private static List<String> suspended(@Nullable SuspendedState state) {
        return state == null
                ? List.of()
                : members(state).entrySet().stream()
                        .filter(one -> one.getValue().equals(true))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    static ScalingPolicy policy(software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy seen) {
        SdkPojo configuration = Stream.<@Nullable SdkPojo>of(
                        seen.targetTrackingScalingPolicyConfiguration(),
                        seen.stepScalingPolicyConfiguration(),
                        seen.predictiveScalingPolicyConfiguration())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new ScalingPolicy(
                Objects.requireNonNullElse(seen.policyName(), ""),
                Objects.requireNonNullElse(seen.policyTypeAsString(), ""),
                JsonText.of(configuration == null ? Map.of() : members(configuration)));
    }

    private static Map<String, Object> members(SdkPojo shown) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (SdkField<?> field : shown.sdkFields()) {
            Object value = field.getValueOrDefault(shown);
            if (value != null && !value.equals(List.of())) {
                members.put(field.memberName(), json(value));
            }
        }
        return members;
    }

    private static Object json(Object value) {
        if (value instanceof SdkPojo pojo) {
            return members(pojo);
        }
        return value instanceof Collection<?> list
                ? list.stream().map(ScalingTargetMapper::json).toList()
                : value;
    }
}
