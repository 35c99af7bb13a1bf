package io.aurorarestore.model.restore;

/**
 * The kinds of resource that a step can look for and not see: it may be gone, or not be shown yet. What is decided
 * after a while hangs on it, so it is stored by its name, which never changes; what people read of it may.
 */
public enum Missing {
    /** The restored cluster, under its staging name. */
    STAGING_CLUSTER,
    /** A staging cluster that a call which is still on its way may make. */
    LATE_STAGING_CLUSTER,
    /** The cluster that is replaced, under either of its names. */
    OLD_CLUSTER,
    /** The cluster that is replaced, under the name it is set aside with. */
    SET_ASIDE_CLUSTER,
    /** The restored cluster, under either of its names, while it is promoted. */
    PROMOTED_CLUSTER,
    /** The restored cluster, under either of its names, while its promotion is undone. */
    RESTORED_CLUSTER,
    /** A copy that a call which is still on its way may make. */
    LATE_COPY,
    /** A region that answers. */
    REGION,
    /** A right that hangs on a name or a tag that is new: RDS goes by the old ones for minutes. */
    PERMISSION,
    /** Room, or somebody at work who makes some: earlier versions looked for it for a while. */
    ROOM
}
