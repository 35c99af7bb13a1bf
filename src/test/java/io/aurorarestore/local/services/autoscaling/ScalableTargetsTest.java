package io.aurorarestore.local.services.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.LocalEndpoint;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingAsyncClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ObjectNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.ValidationException;

class ScalableTargetsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T14:05:00Z");

    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    private final ApplicationAutoScalingAsyncClient here = in("us-east-1");
    private final ApplicationAutoScalingAsyncClient elsewhere = in("us-west-2");

    @BeforeEach
    void start() {
        endpoint.serve("application-autoscaling", new ScalableTargets(() -> NOW).service());
        endpoint.start();
    }

    @AfterEach
    void stop() {
        here.close();
        elsewhere.close();
        endpoint.close();
    }

    @Test
    void what_is_registered_again_has_the_latest_capacities() {
        register("cluster:orders", 1, 4);
        register("cluster:orders", 2, 8);

        assertThat(here.describeScalableTargets(ask -> ask.serviceNamespace(ServiceNamespace.RDS))
                        .join()
                        .scalableTargets())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.resourceId()).isEqualTo("cluster:orders");
                    assertThat(one.minCapacity()).isEqualTo(2);
                    assertThat(one.maxCapacity()).isEqualTo(8);
                    assertThat(one.creationTime()).isEqualTo(NOW);
                });
    }

    @Test
    void what_is_asked_for_is_one_of_the_region_the_service_and_the_ids() {
        register("cluster:orders", 1, 4);
        register("cluster:another", 1, 4);

        assertThat(here.describeScalableTargets(ask -> ask.serviceNamespace(ServiceNamespace.RDS)
                                .resourceIds("cluster:orders", "cluster:none"))
                        .join()
                        .scalableTargets())
                .extracting(ScalableTarget::resourceId)
                .containsExactly("cluster:orders");
        assertThat(here.describeScalableTargets(ask -> ask.serviceNamespace(ServiceNamespace.ECS))
                        .join()
                        .scalableTargets())
                .isEmpty();
        assertThat(elsewhere
                        .describeScalableTargets(ask -> ask.serviceNamespace(ServiceNamespace.RDS))
                        .join()
                        .scalableTargets())
                .isEmpty();
    }

    @Test
    void a_policy_is_of_a_target_and_keeps_its_arn_when_it_is_changed() {
        register("cluster:orders", 1, 4);

        String arn = put("cluster:orders", 50);

        assertThat(put("cluster:orders", 60)).isEqualTo(arn);
        assertThat(here.describeScalingPolicies(ask ->
                                ask.serviceNamespace(ServiceNamespace.RDS).resourceId("cluster:orders"))
                        .join()
                        .scalingPolicies())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.policyARN()).isEqualTo(arn);
                    assertThat(one.targetTrackingScalingPolicyConfiguration().targetValue())
                            .isEqualTo(60);
                });
        assertThat(here.describeScalingPolicies(ask ->
                                ask.serviceNamespace(ServiceNamespace.RDS).resourceId("cluster:another"))
                        .join()
                        .scalingPolicies())
                .isEmpty();
        assertThatThrownBy(() -> put("cluster:another", 50)).hasCauseInstanceOf(ObjectNotFoundException.class);
    }

    private String put(String id, double value) {
        return here.putScalingPolicy(policy -> policy.serviceNamespace(ServiceNamespace.RDS)
                        .resourceId(id)
                        .scalableDimension(ScalableDimension.RDS_CLUSTER_READ_REPLICA_COUNT)
                        .policyName("cpu")
                        .policyType(PolicyType.TARGET_TRACKING_SCALING)
                        .targetTrackingScalingPolicyConfiguration(configuration -> configuration.targetValue(value)))
                .join()
                .policyARN();
    }

    @Test
    void the_service_has_to_be_named() {
        assertThatThrownBy(() -> here.describeScalableTargets(ask -> {}).join())
                .hasCauseInstanceOf(ValidationException.class);
    }

    private void register(String id, int least, int most) {
        here.registerScalableTarget(target -> target.serviceNamespace(ServiceNamespace.RDS)
                        .resourceId(id)
                        .scalableDimension(ScalableDimension.RDS_CLUSTER_READ_REPLICA_COUNT)
                        .minCapacity(least)
                        .maxCapacity(most))
                .join();
    }

    private ApplicationAutoScalingAsyncClient in(String region) {
        return new LocalClients(endpoint).async(region, ApplicationAutoScalingAsyncClient.builder());
    }
}
