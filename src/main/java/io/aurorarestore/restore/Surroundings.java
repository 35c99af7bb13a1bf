package io.aurorarestore.restore;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands around a target and could be in a restore's way.
 *
 * @param globalCluster the global database that the target belongs to
 * @param proxies RDS proxies that lead to the target
 * @param blueGreenDeployments blue/green deployments that the target is part of
 * @param customEndpoints custom endpoints of the target
 * @param vpcs VPC of each subnet group that was asked for and exists
 * @param families family of each parameter group that was asked for and exists, keyed {@code cluster/NAME} or
 *     {@code instance/NAME}
 * @param rooms what is left of each quota, by its name in DescribeAccountAttributes
 */
public record Surroundings(
        Optional<String> globalCluster,
        List<String> proxies,
        List<String> blueGreenDeployments,
        List<String> customEndpoints,
        Map<String, String> vpcs,
        Map<String, String> families,
        Map<String, Long> rooms) {

    /** What to look for; {@code target} is the ARN of the cluster, if there is one. */
    public record Query(
            String name,
            Optional<String> target,
            Optional<String> subnetGroup,
            Optional<String> clusterParameterGroup,
            Optional<String> instanceParameterGroup) {}

    public static final Surroundings NOTHING =
            new Surroundings(Optional.empty(), List.of(), List.of(), List.of(), Map.of(), Map.of(), Map.of());
}
