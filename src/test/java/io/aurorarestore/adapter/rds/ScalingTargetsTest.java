package io.aurorarestore.adapter.rds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.JsonService;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.model.aws.ReplicaScaling;
import io.aurorarestore.model.aws.TargetDependencies;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

            assertThat(here.around(PREFLIGHT).scaling()).isEqualTo(ReplicaScaling.between(1, 4));
        }
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
        try (LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
                ApplicationAutoScalingAsyncClient client = new LocalClients(endpoint)
                        .async(TestData.HOME.region(), ApplicationAutoScalingAsyncClient.builder())) {
            endpoint.serve(
                    "application-autoscaling", new JsonService(Map.of("DescribeScalableTargets", (region, input) -> {
                        throw new AwsException(status, code, "no");
                    })));
            endpoint.start();

            assertThat(LocalRds.await(new ScalingTargets(client).of("orders"))).isEqualTo(ReplicaScaling.UNKNOWN);
        }
    }

    private static void register(LocalRds here, String id, String dimension) {
        ObjectNode target = Json.object()
                .put("ServiceNamespace", "rds")
                .put("ResourceId", id)
                .put("ScalableDimension", dimension)
                .put("MinCapacity", 1)
                .put("MaxCapacity", 4);
        here.scalableTargets.call(TestData.HOME.region(), "RegisterScalableTarget", target);
    }

    private static TargetDependencies.Query query(Optional<String> target) {
        return new TargetDependencies.Query(
                "orders", target, Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), false);
    }
}
