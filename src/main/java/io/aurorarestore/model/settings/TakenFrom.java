package io.aurorarestore.model.settings;

/** What is restored once a cluster has a new automated snapshot. */
public enum TakenFrom {
    /** That very snapshot. */
    SNAPSHOT,
    /** The cluster as of its latest restorable time. */
    LATEST,
    /** A clone of the cluster. */
    CLONE
}
