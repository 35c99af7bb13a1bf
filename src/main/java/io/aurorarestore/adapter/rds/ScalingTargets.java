package io.aurorarestore.adapter.rds;

import io.aurorarestore.adapter.ServiceErrors;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.aws.ReplicaScaling;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingAsyncClient;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** Asks Application Auto Scaling whether it makes readers of a cluster. No restore fails because that is not known. */
@ApplicationScoped
class ScalingTargets {

    private static final Logger LOG = Logger.getLogger(ScalingTargets.class);

    private final ApplicationAutoScalingAsyncClient autoScaling;

    ScalingTargets(ApplicationAutoScalingAsyncClient autoScaling) {
        this.autoScaling = autoScaling;
    }

    Uni<ReplicaScaling> of(String cluster) {
        return Uni.createFrom()
                .completionStage(
                        () -> autoScaling.describeScalableTargets(ask -> ask.serviceNamespace(ServiceNamespace.RDS)
                                .resourceIds(ReplicaScaling.target(cluster))
                                .scalableDimension(ScalableDimension.RDS_CLUSTER_READ_REPLICA_COUNT)))
                .map(ScalingTargets::read)
                .onFailure()
                .recoverWithItem(ScalingTargets::unknown);
    }

    private static ReplicaScaling read(DescribeScalableTargetsResponse answer) {
        return answer.scalableTargets().stream()
                .findFirst()
                .map(one -> ReplicaScaling.between(one.minCapacity(), one.maxCapacity()))
                .orElse(ReplicaScaling.NONE);
    }

    private static ReplicaScaling unknown(Throwable failure) {
        LOG.infof(
                "Whether readers are scaled is not known. %s",
                ServiceErrors.classify(FailureCode.AWS_REFUSED, "DescribeScalableTargets", failure)
                        .getMessage());
        return ReplicaScaling.UNKNOWN;
    }
}
