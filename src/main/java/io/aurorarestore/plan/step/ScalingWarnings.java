package io.aurorarestore.plan.step;

import io.aurorarestore.model.aws.ReplicaScaling;
import io.aurorarestore.model.restore.Predecessor.Member;
import io.aurorarestore.model.restore.Restore;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Warns of what Application Auto Scaling does with the readers of the cluster that is replaced. AWS does not say whether
 * its target, known by the cluster's name, is the new cluster's after a rename.
 */
record ScalingWarnings(Restore restore, ReplicaScaling scaling) {

    List<String> all() {
        return Stream.concat(readers(), target()).toList();
    }

    /** Readers that come and go have no successor: the scaling makes them anew. */
    private Stream<String> readers() {
        String readers = restore.outputs().predecessor().stream()
                .flatMap(known -> known.instances().stream()
                        .filter(one -> !known.lasting().contains(one)))
                .map(Member::name)
                .collect(Collectors.joining(", "));
        return readers.isEmpty()
                ? Stream.empty()
                : Stream.of("Application Auto Scaling made " + readers + ": the new cluster is made without."
                        + (scaling.state() == ReplicaScaling.State.NONE
                                ? " It has no target " + name() + " now. To make one: " + register("N", "N")
                                : ""));
    }

    private Stream<String> target() {
        return switch (scaling.state()) {
            case NONE -> Stream.empty();
            case REGISTERED ->
                Stream.of("Application Auto Scaling has the target " + name() + ", for " + scaling.least() + " to "
                        + scaling.most()
                        + " readers, by the name of the cluster. AWS does not say whether it scales the"
                        + " new cluster, so look once that serves: " + describe() + ", and else make it anew: "
                        + register("" + scaling.least(), "" + scaling.most()));
            case UNKNOWN ->
                Stream.of("Whether Application Auto Scaling has a target " + name()
                        + " could not be looked up: the role may lack application-autoscaling:DescribeScalableTargets."
                        + " Look: " + describe() + ", and again once the new cluster serves. To make it anew: "
                        + register("N", "N"));
        };
    }

    private String name() {
        return ReplicaScaling.target(restore.target());
    }

    private String describe() {
        return "aws application-autoscaling describe-scalable-targets --service-namespace rds --resource-ids " + name();
    }

    private String register(String least, String most) {
        return "aws application-autoscaling register-scalable-target --service-namespace rds --resource-id " + name()
                + " --scalable-dimension rds:cluster:ReadReplicaCount --min-capacity " + least + " --max-capacity "
                + most + "; its policies with aws application-autoscaling put-scaling-policy.";
    }
}
