package io.aurorarestore.model;

/** The kinds of resource that a restore can own. */
public enum ResourceKind {
    SNAPSHOT,
    CLUSTER,
    INSTANCE
}
