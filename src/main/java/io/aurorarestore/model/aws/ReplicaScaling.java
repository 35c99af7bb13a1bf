package io.aurorarestore.model.aws;

import java.util.List;
import java.util.Optional;

/**
 * Whether Application Auto Scaling makes and removes readers of a cluster, which it knows by the cluster's name.
 *
 * @param least the readers that it keeps at least, where it has a target
 * @param most the readers that it makes at most, where it has a target
 * @param suspended what of it is suspended, by AWS's names
 * @param policies those of the target; empty where they could not be listed
 * @see <a href="https://docs.aws.amazon.com/autoscaling/application/userguide/services-that-can-integrate-aurora.html">AWS
 *     </a>
 */
public record ReplicaScaling(
        State state, int least, int most, List<String> suspended, Optional<List<ScalingPolicy>> policies) {

    /** What is known of the target. */
    public enum State {
        /** There is none. */
        NONE,
        REGISTERED,
        /** It could not be looked up. */
        UNKNOWN
    }

    public static final ReplicaScaling NONE = new ReplicaScaling(State.NONE, 0, 0, List.of(), Optional.of(List.of()));
    public static final ReplicaScaling UNKNOWN = new ReplicaScaling(State.UNKNOWN, 0, 0, List.of(), Optional.empty());

    /** Of a target whose policies are not known. */
    public static ReplicaScaling between(int least, int most) {
        return new ReplicaScaling(State.REGISTERED, least, most, List.of(), Optional.empty());
    }

    public ReplicaScaling suspending(List<String> some) {
        return new ReplicaScaling(state, least, most, List.copyOf(some), policies);
    }

    public ReplicaScaling by(List<ScalingPolicy> known) {
        return new ReplicaScaling(state, least, most, suspended, Optional.of(List.copyOf(known)));
    }

    /** The target's name. */
    public static String target(String cluster) {
        return "cluster:" + cluster;
    }
}
