package io.aurorarestore.model.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What depends on a target, or is needed for it, and could be in a restore's way.
 *
 * @param globalCluster the global database that the target belongs to
 * @param proxies RDS proxies that lead to the target
 * @param blueGreenDeployments blue/green deployments that the target is part of
 * @param customEndpoints custom endpoints of the target
 * @param vpcs VPC of each subnet group that was asked for and exists
 * @param families family of each parameter group that was asked for and exists, keyed {@code cluster/NAME} or
 *     {@code instance/NAME}
 * @param rooms what is left of each quota, by its name in DescribeAccountAttributes
 * @param offers whether RDS offers what was asked for, as far as that could be read: keyed {@code version},
 *     {@code class/NAME}, {@code certificate/NAME}, the first two with a capability behind a slash, or {@code clone} into
 *     the subnet group; those of the old cluster's own with {@code remade/} before it
 * @param integrations zero-ETL integrations that the target is the source of
 * @param othersAtWork whether other restores may make room, asked only where a quota leaves too little
 * @param scaling whether readers of the target come and go
 */
public record TargetDependencies(
        Optional<String> globalCluster,
        List<String> proxies,
        List<String> blueGreenDeployments,
        List<CustomEndpoint> customEndpoints,
        Map<String, String> vpcs,
        Map<String, String> families,
        Map<String, Long> rooms,
        Map<String, Boolean> offers,
        List<ZeroEtlIntegration> integrations,
        boolean othersAtWork,
        ReplicaScaling scaling) {

    public static final String VERSION = "version";
    public static final String CLASS = "class/";
    public static final String CERTIFICATE = "certificate/";
    public static final String CLONE = "clone";

    /** Before what is asked of the old cluster, should it have to be made anew. */
    public static final String REMADE = "remade/";

    /**
     * What the restored cluster is to be made of.
     *
     * @param engine RDS's name, for instance {@code aurora-postgresql}
     * @param certificates the authorities that its servers are to have certificates of, for instance {@code
     *     rds-ca-rsa2048-g1}
     * @param capabilities what of {@link Capability} is wanted of its classes and its version
     * @param clonedFrom the subnet group of the cluster that is to be cloned, if one is
     * @param remade what an undo would make anew, if that could come to it
     */
    public record Product(
            String engine,
            String version,
            Set<String> classes,
            Set<String> certificates,
            Set<String> capabilities,
            Optional<String> clonedFrom,
            Optional<Product> remade) {}

    /**
     * What to look for.
     *
     * @param target the ARN of the cluster, if there is one
     * @param attachedOnly whether only what the cluster belongs to is of interest
     */
    public record Query(
            String name,
            Optional<String> target,
            Optional<String> subnetGroup,
            Optional<String> clusterParameterGroup,
            Set<String> instanceParameterGroups,
            Optional<Product> product,
            boolean attachedOnly) {

        /** For the global database, the proxies and the blue/green deployments of a cluster. */
        public static Query attached(String name, String arn) {
            return new Query(
                    name, Optional.of(arn), Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), true);
        }
    }

    public static final TargetDependencies NOTHING = attached(Optional.empty(), List.of(), List.of());

    /** What the target belongs to. */
    public static TargetDependencies attached(
            Optional<String> globalCluster, List<String> proxies, List<String> blueGreenDeployments) {
        return new TargetDependencies(
                globalCluster,
                proxies,
                blueGreenDeployments,
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                false,
                ReplicaScaling.NONE);
    }

    public TargetDependencies with(boolean others) {
        return new TargetDependencies(
                globalCluster,
                proxies,
                blueGreenDeployments,
                customEndpoints,
                vpcs,
                families,
                rooms,
                offers,
                integrations,
                others,
                scaling);
    }

    public TargetDependencies with(ReplicaScaling known) {
        return new TargetDependencies(
                globalCluster,
                proxies,
                blueGreenDeployments,
                customEndpoints,
                vpcs,
                families,
                rooms,
                offers,
                integrations,
                othersAtWork,
                known);
    }
}
