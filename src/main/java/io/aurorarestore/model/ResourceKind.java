package io.aurorarestore.model;

/** What a restore can own. */
public enum ResourceKind {
    SNAPSHOT,
    CLUSTER,
    INSTANCE
}
