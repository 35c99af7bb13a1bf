package io.aurorarestore.model.aws;

/**
 * A policy by which Application Auto Scaling decides when a target gets more, and when less.
 *
 * @param type AWS's word, for instance {@code TargetTrackingScaling}
 * @param configuration that of its type, as JSON
 * @see <a href="https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ScalingPolicy.html">AWS</a>
 */
public record ScalingPolicy(String name, String type, String configuration) {

    /** It is called by alarms, which name its ARN. */
    public static final String STEPS = "StepScaling";
}
