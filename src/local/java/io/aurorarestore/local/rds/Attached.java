package io.aurorarestore.local.rds;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What other resources have to do with a cluster.
 *
 * @param globalCluster the one it is a member of, or null
 * @param proxy that has it as its target, or null
 * @param blueGreen the deployment that it is the source of, or null
 * @param integration the zero-ETL integration that it is the source of, or null
 * @param endpoints its custom endpoints
 * @param roles that it may assume
 * @param secret with the master password, if RDS manages that, or null
 */
public record Attached(
        @Nullable String globalCluster,
        @Nullable String proxy,
        @Nullable String blueGreen,
        @Nullable String integration,
        List<String> endpoints,
        List<Role> roles,
        @Nullable Secret secret) {

    static final Attached NOTHING = new Attached(null, null, null, null, List.of(), List.of(), null);

    /** A role and the feature of the engine that uses it, for instance {@code s3Import}. */
    public record Role(String arn, String feature) {}

    /** @param status {@code creating} or {@code active} */
    public record Secret(String arn, String status, String kmsKeyId) {}

    Attached inGlobalCluster(@Nullable String name) {
        return new Attached(name, proxy, blueGreen, integration, endpoints, roles, secret);
    }

    Attached behindProxy(@Nullable String name) {
        return new Attached(globalCluster, name, blueGreen, integration, endpoints, roles, secret);
    }

    Attached inBlueGreen(@Nullable String name) {
        return new Attached(globalCluster, proxy, name, integration, endpoints, roles, secret);
    }

    Attached withIntegration(@Nullable String name) {
        return new Attached(globalCluster, proxy, blueGreen, name, endpoints, roles, secret);
    }

    Attached withEndpoint(String name) {
        SortedSet<String> all = new TreeSet<>(endpoints);
        all.add(name);
        return new Attached(globalCluster, proxy, blueGreen, integration, List.copyOf(all), roles, secret);
    }

    Attached withoutEndpoints() {
        return new Attached(globalCluster, proxy, blueGreen, integration, List.of(), roles, secret);
    }

    Attached withRoles(List<Role> others) {
        return new Attached(globalCluster, proxy, blueGreen, integration, endpoints, List.copyOf(others), secret);
    }

    Attached withSecret(@Nullable Secret other) {
        return new Attached(globalCluster, proxy, blueGreen, integration, endpoints, roles, other);
    }

    Optional<Role> role(String arn, @Nullable String feature) {
        return roles.stream()
                .filter(role -> role.arn().equals(arn))
                .filter(role -> feature == null || role.feature().equals(feature))
                .findFirst();
    }
}
