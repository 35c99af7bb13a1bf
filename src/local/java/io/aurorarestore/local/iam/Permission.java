package io.aurorarestore.local.iam;

/**
 * What a call needs to be permitted: an action on a resource.
 *
 * @param action for instance {@code rds:DeleteDBCluster}
 * @param resource an ARN, or {@code *} for an action that knows no resources, and for a call whose resource is not
 *     known here: only a statement on all resources permits it then
 */
record Permission(String action, String resource) {

    static final String ANY = "*";
}
