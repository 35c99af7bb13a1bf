package io.aurorarestore.plan.step;

import io.aurorarestore.model.aws.ReplicaScaling;
import io.aurorarestore.model.aws.ScalingPolicy;
import io.aurorarestore.model.restore.Outcome;
import io.aurorarestore.model.restore.Predecessor.Member;
import io.aurorarestore.model.restore.Restore;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Warns of what Application Auto Scaling does with the readers of the cluster that is replaced. AWS does not say whether
 * its target, known by the cluster's name, is the new cluster's after a rename.
 */
record ScalingWarnings(Restore restore, ReplicaScaling scaling, ScalingCommands commands) {

    /** Of policies: more than that nobody has, and what is kept of a restore has to stay small. */
    private static final int MOST = 10;

    ScalingWarnings(Restore restore, ReplicaScaling scaling) {
        this(restore, scaling, new ScalingCommands(restore.target()));
    }

    List<String> all() {
        return Stream.concat(Stream.concat(readers(), target()), policies()).toList();
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
                                ? " It has no target " + commands.name() + " now. To make one: " + anew()
                                : ""));
    }

    private Stream<String> target() {
        return switch (scaling.state()) {
            case NONE -> Stream.empty();
            case REGISTERED ->
                Stream.of("Application Auto Scaling has the target " + commands.name() + ", for " + scaling.least()
                        + " to " + scaling.most()
                        + " readers, by the name of the cluster. AWS does not say whether it scales the"
                        + " new cluster, so look once that serves: " + commands.targets() + ", and else make it anew: "
                        + commands.register(scaling));
            case UNKNOWN ->
                Stream.of("Whether Application Auto Scaling has a target " + commands.name()
                        + " could not be looked up: the role may lack application-autoscaling:DescribeScalableTargets."
                        + " Look: " + commands.targets() + ", and again once the new cluster serves. To make it anew: "
                        + anew());
        };
    }

    private Stream<String> policies() {
        if (scaling.state() != ReplicaScaling.State.REGISTERED) {
            return Stream.empty();
        }
        return scaling.policies()
                .map(this::told)
                .orElseGet(() -> Stream.of("The scaling policies of " + commands.name()
                        + " could not be listed: the role may lack application-autoscaling:DescribeScalingPolicies."
                        + " Look: " + commands.policies() + ". To make one anew: " + commands.put()));
    }

    private Stream<String> told(List<ScalingPolicy> known) {
        Stream<String> rest = known.size() > MOST
                ? Stream.of("Target " + commands.name() + " has " + (known.size() - MOST)
                        + " more scaling policies. See them: " + commands.policies())
                : Stream.empty();
        return Stream.concat(known.stream().limit(MOST).map(this::told), rest);
    }

    private String told(ScalingPolicy policy) {
        String told = "Target " + commands.name() + " has the scaling policy " + policy.name()
                + ". Where the target is made anew, so is this"
                + (policy.type().equals(ScalingPolicy.STEPS) ? ", and its alarms are given its new ARN: " : ": ");
        String whole = told + commands.put(policy);
        return whole.length() <= Outcome.LONGEST_WARNING
                ? whole
                : told + commands.putFromFile(policy) + ", with what this says: " + commands.policies();
    }

    private String anew() {
        return commands.register() + "; then its policies: " + commands.put();
    }
}
