package io.aurorarestore.adapter.rds;

import io.aurorarestore.adapter.ServiceErrors;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.aws.ReplicaScaling;
import io.aurorarestore.model.aws.ScalingPolicy;
import io.aurorarestore.port.CallTally;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingAsyncClient;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/**
 * Asks Application Auto Scaling whether it makes readers of a cluster, and where it does, by which policies. No restore
 * fails because that is not known.
 */
@ApplicationScoped
class ScalingTargets {

    private static final String SERVICE = "application-autoscaling";
    private static final Logger LOG = Logger.getLogger(ScalingTargets.class);

    private final ApplicationAutoScalingAsyncClient autoScaling;

    ScalingTargets(ApplicationAutoScalingAsyncClient autoScaling) {
        this.autoScaling = autoScaling;
    }

    Uni<ReplicaScaling> of(String cluster) {
        return target(cluster)
                .chain(found -> found.map(one -> withPolicies(cluster, ScalingTargetMapper.target(one)))
                        .orElseGet(() -> Uni.createFrom().item(ReplicaScaling.NONE)))
                .onFailure()
                .recoverWithItem(failure -> unknown("DescribeScalableTargets", failure, ReplicaScaling.UNKNOWN));
    }

    private Uni<Optional<ScalableTarget>> target(String cluster) {
        return CallTally.counted(
                        SERVICE,
                        "DescribeScalableTargets",
                        () -> autoScaling.describeScalableTargets(ask -> ask.serviceNamespace(ServiceNamespace.RDS)
                                .resourceIds(ReplicaScaling.target(cluster))
                                .scalableDimension(ScalableDimension.RDS_CLUSTER_READ_REPLICA_COUNT)))
                .map(answer -> answer.scalableTargets().stream().findFirst());
    }

    private Uni<ReplicaScaling> withPolicies(String cluster, ReplicaScaling target) {
        return policies(DescribeScalingPoliciesRequest.builder()
                        .serviceNamespace(ServiceNamespace.RDS)
                        .resourceId(ReplicaScaling.target(cluster))
                        .scalableDimension(ScalableDimension.RDS_CLUSTER_READ_REPLICA_COUNT)
                        .build())
                .map(target::by)
                .onFailure()
                .recoverWithItem(failure -> unknown("DescribeScalingPolicies", failure, target));
    }

    /** A page has at most ten. */
    private Uni<List<ScalingPolicy>> policies(DescribeScalingPoliciesRequest request) {
        return CallTally.counted(SERVICE, "DescribeScalingPolicies", () -> autoScaling.describeScalingPolicies(request))
                .chain(answer -> {
                    List<ScalingPolicy> page = answer.scalingPolicies().stream()
                            .map(ScalingTargetMapper::policy)
                            .toList();
                    return answer.nextToken() == null
                            ? Uni.createFrom().item(page)
                            : policies(request.toBuilder()
                                            .nextToken(answer.nextToken())
                                            .build())
                                    .map(rest -> Stream.concat(page.stream(), rest.stream())
                                            .toList());
                });
    }

    private static ReplicaScaling unknown(String operation, Throwable failure, ReplicaScaling known) {
        LOG.infof(
                "How readers are scaled is not known. %s",
                ServiceErrors.classify(FailureCode.AWS_REFUSED, operation, failure)
                        .getMessage());
        return known;
    }
}
