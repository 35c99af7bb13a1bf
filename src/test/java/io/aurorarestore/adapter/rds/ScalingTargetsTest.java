package io.aurorarestore.adapter.rds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.JsonOperation;
import io.aurorarestore.local.front.JsonService;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.model.aws.ReplicaScaling;
import io.aurorarestore.model.aws.ScalingPolicy;
import io.aurorarestore.model.aws.TargetDependencies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingAsyncClient;

class ScalingTargetsTest {

    private static final String READERS = "rds:cluster:ReadReplicaCount";

    private static final TargetDependencies.Query PREFLIGHT = query(Optional.of(LocalRds.ORDERS_ARN));

    @Test
    void a_target_of_the_cluster_is_found_by_its_name() {
        try (LocalRds here = new LocalRds()) {
            register(here, "cluster:orders", READERS);

            assertThat(here.around(PREFLIGHT).scaling())
                    .isEqualTo(ReplicaScaling.between(1, 4).by(List.of()));
        }
    }

    @Test
    void what_is_suspended_and_the_policies_are_those_of_the_target() {
        String configuration = "{\"TargetValue\":60.0,\"PredefinedMetricSpecification\":"
                + "{\"PredefinedMetricType\":\"RDSReaderAverageCPUUtilization\"},\"DisableScaleIn\":true}";
        String steps = "{\"AdjustmentType\":\"ChangeInCapacity\",\"StepAdjustments\":"
                + "[{\"MetricIntervalLowerBound\":0.0,\"ScalingAdjustment\":1}]}";
        try (LocalRds here = new LocalRds()) {
            call(
                    here,
                    "RegisterScalableTarget",
                    target("cluster:orders", READERS)
                            .set("SuspendedState", Json.object().put("DynamicScalingInSuspended", true)));
            register(here, "cluster:another", READERS);
            put(here, "cluster:orders", "cpu", "TargetTrackingScaling", configuration);
            put(here, "cluster:orders", "steps", "StepScaling", steps);
            put(here, "cluster:another", "other", "StepScaling", steps);

            assertThat(here.around(PREFLIGHT).scaling())
                    .isEqualTo(ReplicaScaling.between(1, 4)
                            .suspending(List.of("DynamicScalingInSuspended"))
                            .by(List.of(
                                    new ScalingPolicy("cpu", "TargetTrackingScaling", configuration),
                                    new ScalingPolicy("steps", "StepScaling", steps))));
        }
    }

    @Test
    void policies_are_asked_for_only_where_there_is_a_target_and_to_the_last_page() {
        List<String> asked = new ArrayList<>();
        JsonNode some =
                Json.object().set("ScalableTargets", Json.object().arrayNode().add(target("cluster:orders", READERS)));

        ReplicaScaling known = answered(
                asked,
                "orders",
                Map.of("DescribeScalableTargets", input -> some, "DescribeScalingPolicies", ScalingTargetsTest::page));
        ReplicaScaling none = answered(asked, "another", Map.of("DescribeScalableTargets", input -> Json.object()));

        assertThat(known.policies().orElseThrow())
                .extracting(ScalingPolicy::name)
                .containsExactly("one", "two");
        assertThat(none).isEqualTo(ReplicaScaling.NONE);
        assertThat(asked)
                .containsExactly(
                        "DescribeScalableTargets",
                        "DescribeScalingPolicies",
                        "DescribeScalingPolicies",
                        "DescribeScalableTargets");
    }

    private static JsonNode page(ObjectNode input) {
        ObjectNode answer = Json.object();
        boolean last = input.has("NextToken");
        answer.putArray("ScalingPolicies").addObject().put("PolicyName", last ? "two" : "one");
        return last ? answer : answer.put("NextToken", "more");
    }

    @Test
    void a_target_whose_policies_cannot_be_listed_is_known_without_them() {
        JsonNode some =
                Json.object().set("ScalableTargets", Json.object().arrayNode().add(target("cluster:orders", READERS)));

        ReplicaScaling known = answered(
                new ArrayList<>(),
                "orders",
                Map.of("DescribeScalableTargets", input -> some, "DescribeScalingPolicies", input -> {
                    throw new AwsException(400, "AccessDeniedException", "no");
                }));

        assertThat(known).isEqualTo(ReplicaScaling.between(1, 4));
    }

    @Test
    void what_scales_something_else_is_none_of_the_clusters() {
        try (LocalRds here = new LocalRds()) {
            register(here, "cluster:another", READERS);
            register(here, "cluster:orders", "rds:cluster:Other");

            assertThat(here.around(PREFLIGHT).scaling()).isEqualTo(ReplicaScaling.NONE);
        }
    }

    @Test
    void it_is_asked_for_only_where_a_cluster_is_replaced_and_before() {
        try (LocalRds here = new LocalRds()) {
            register(here, "cluster:orders", READERS);

            assertThat(here.around(query(Optional.empty())).scaling()).isEqualTo(ReplicaScaling.NONE);
            assertThat(here.around(TargetDependencies.Query.attached("orders", LocalRds.ORDERS_ARN))
                            .scaling())
                    .isEqualTo(ReplicaScaling.NONE);
        }
    }

    @ParameterizedTest
    @CsvSource({"400, AccessDeniedException", "400, ThrottlingException", "500, InternalServiceException"})
    void an_error_is_no_failure_but_is_known(int status, String code) {
        assertThat(answered(new ArrayList<>(), "orders", Map.of("DescribeScalableTargets", input -> {
                    throw new AwsException(status, code, "no");
                })))
                .isEqualTo(ReplicaScaling.UNKNOWN);
    }

    /** What is known of a cluster by these answers. */
    private static ReplicaScaling answered(
            List<String> asked, String cluster, Map<String, Function<ObjectNode, JsonNode>> answers) {
        Map<String, JsonOperation> operations = new HashMap<>();
        answers.forEach((operation, answer) -> operations.put(operation, (region, input) -> {
            asked.add(operation);
            return answer.apply(input);
        }));
        try (LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
                ApplicationAutoScalingAsyncClient client = new LocalClients(endpoint)
                        .async(TestData.HOME.region(), ApplicationAutoScalingAsyncClient.builder())) {
            endpoint.serve("application-autoscaling", new JsonService(operations));
            endpoint.start();
            return LocalRds.await(new ScalingTargets(client).of(cluster));
        }
    }

    private static void register(LocalRds here, String id, String dimension) {
        call(here, "RegisterScalableTarget", target(id, dimension));
    }

    private static ObjectNode target(String id, String dimension) {
        return key(id, dimension).put("MinCapacity", 1).put("MaxCapacity", 4);
    }

    private static void put(LocalRds here, String id, String name, String type, String configuration) {
        call(
                here,
                "PutScalingPolicy",
                key(id, READERS)
                        .put("PolicyName", name)
                        .put("PolicyType", type)
                        .set(
                                type + "PolicyConfiguration",
                                Json.readObject(configuration).orElseThrow()));
    }

    private static ObjectNode key(String id, String dimension) {
        return Json.object()
                .put("ServiceNamespace", "rds")
                .put("ResourceId", id)
                .put("ScalableDimension", dimension);
    }

    private static void call(LocalRds here, String operation, ObjectNode input) {
        here.scalableTargets.call(TestData.HOME.region(), operation, input);
    }

    private static TargetDependencies.Query query(Optional<String> target) {
        return new TargetDependencies.Query(
                "orders", target, Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), false);
    }
}
