package io.aurorarestore.model.aws;

/**
 * Whether Application Auto Scaling makes and removes readers of a cluster, which it knows by the cluster's name.
 *
 * @param least the readers that it keeps at least, where it has a target
 * @param most the readers that it makes at most, where it has a target
 * @see <a href="https://docs.aws.amazon.com/autoscaling/application/userguide/services-that-can-integrate-aurora.html">AWS
 *     </a>
 */
public record ReplicaScaling(State state, int least, int most) {

    /** What is known of the target. */
    public enum State {
        /** There is none. */
        NONE,
        REGISTERED,
        /** It could not be looked up. */
        UNKNOWN
    }

    public static final ReplicaScaling NONE = new ReplicaScaling(State.NONE, 0, 0);
    public static final ReplicaScaling UNKNOWN = new ReplicaScaling(State.UNKNOWN, 0, 0);

    public static ReplicaScaling between(int least, int most) {
        return new ReplicaScaling(State.REGISTERED, least, most);
    }

    /** The target's name. */
    public static String target(String cluster) {
        return "cluster:" + cluster;
    }
}
