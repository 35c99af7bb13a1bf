package io.aurorarestore.local.iam;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a call needs to be permitted: an action on a resource.
 *
 * @param action for instance {@code rds:DeleteDBCluster}
 * @param resource an ARN, or {@code *} for an action that knows no resources, and for a call whose resource is not
 *     known here: only a statement on all resources permits it then
 * @param context what conditions may ask about, by key
 */
record Permission(String action, String resource, Map<String, List<String>> context) {

    static final String ANY = "*";

    Permission(String action, String resource) {
        this(action, resource, Map.of());
    }

    Permission with(Map<String, List<String>> more) {
        Map<String, List<String>> all = new HashMap<>(context);
        all.putAll(more);
        return new Permission(action, resource, Map.copyOf(all));
    }
}
