package io.aurorarestore.restore;

/** What a restore can own. */
public enum ResourceKind {
    SNAPSHOT,
    CLUSTER,
    INSTANCE
}
