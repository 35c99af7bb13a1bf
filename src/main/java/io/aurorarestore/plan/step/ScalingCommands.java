package io.aurorarestore.plan.step;

import io.aurorarestore.model.aws.ReplicaScaling;
import io.aurorarestore.model.aws.ScalingPolicy;
import io.aurorarestore.model.text.ShellText;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the commands that look at a cluster's target of Application Auto Scaling, and make it anew. */
record ScalingCommands(String cluster) {

    private static final String FILE = "file://FILE";
    private static final String AWS = "aws application-autoscaling ";
    private static final String DIMENSION = " --scalable-dimension rds:cluster:ReadReplicaCount";

    String targets() {
        return AWS + "describe-scalable-targets --service-namespace rds --resource-ids " + name();
    }

    String policies() {
        return AWS + "describe-scaling-policies --service-namespace rds --resource-id " + name();
    }

    String register(ReplicaScaling known) {
        String suspended = known.suspended().stream().map(one -> one + "=true").collect(Collectors.joining(","));
        return register("" + known.least(), "" + known.most())
                + (suspended.isEmpty() ? "" : " --suspended-state " + suspended);
    }

    /** Of a target that is not known. */
    String register() {
        return register("N", "N");
    }

    private String register(String least, String most) {
        return AWS + "register-scalable-target --service-namespace rds --resource-id " + name() + DIMENSION
                + " --min-capacity " + least + " --max-capacity " + most;
    }

    String put(ScalingPolicy policy) {
        return put(ShellText.quoted(policy.name()), policy.type(), ShellText.quoted(policy.configuration()));
    }

    /** Of a policy that is not known. */
    String put() {
        return put("NAME", "TargetTrackingScaling", FILE);
    }

    /** Of one whose configuration is longer than a message. */
    String putFromFile(ScalingPolicy policy) {
        return put(ShellText.quoted(policy.name()), policy.type(), FILE);
    }

    private String put(String policy, String type, String configuration) {
        return AWS + "put-scaling-policy --service-namespace rds --resource-id " + name() + DIMENSION
                + " --policy-name " + policy + " --policy-type " + type + " --" + option(type)
                + "-policy-configuration "
                + configuration;
    }

    /** The CLI's word: target-tracking-scaling for TargetTrackingScaling. */
    private static String option(String type) {
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    String name() {
        return ReplicaScaling.target(cluster);
    }
}
