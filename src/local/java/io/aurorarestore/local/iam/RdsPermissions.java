package io.aurorarestore.local.iam;

import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.services.Aws;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a call of RDS needs: the action on everything it names, and where it brings tags, to tag what it makes.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html">RDS</a>
 */
record RdsPermissions(String region, String operation, Form form) {

    /** The types of what parameters name. A new name, of a cluster for instance, is not asked about. */
    private static final Map<String, String> TYPES = new TreeMap<>(Map.ofEntries(
            Map.entry("DBClusterIdentifier", "cluster"),
            Map.entry("DBClusterParameterGroupName", "cluster-pg"),
            Map.entry("DBClusterSnapshotIdentifier", "cluster-snapshot"),
            Map.entry("DBInstanceIdentifier", "db"),
            Map.entry("DBParameterGroupName", "pg"),
            Map.entry("DBProxyName", "db-proxy"),
            Map.entry("DBSubnetGroupName", "subgrp"),
            Map.entry("DbClusterResourceId", "cluster-auto-backup"),
            Map.entry("SnapshotIdentifier", "cluster-snapshot"),
            Map.entry("SourceDBClusterIdentifier", "cluster"),
            Map.entry("SourceDBClusterSnapshotIdentifier", "cluster-snapshot"),
            Map.entry("SourceDbClusterResourceId", "cluster-auto-backup"),
            Map.entry("TargetDBClusterSnapshotIdentifier", "cluster-snapshot")));

    /** What a list is of, where the call names nothing. */
    private static final Map<String, String> LISTED = Map.of(
            "DescribeBlueGreenDeployments", "deployment",
            "DescribeDBClusterAutomatedBackups", "cluster-auto-backup",
            "DescribeDBClusterSnapshots", "cluster-snapshot",
            "DescribeDBClusters", "cluster",
            "DescribeDBInstances", "db",
            "DescribeDBProxies", "db-proxy",
            "DescribeIntegrations", "integration",
            "DescribeGlobalClusters", "global-cluster");

    private static final String RDS_ROLE = "role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS";

    private static final Map<String, String> MADE = Map.of(
            "CopyDBClusterSnapshot", "TargetDBClusterSnapshotIdentifier",
            "CreateDBClusterSnapshot", "DBClusterSnapshotIdentifier",
            "CreateDBInstance", "DBInstanceIdentifier",
            "RestoreDBClusterFromSnapshot", "DBClusterIdentifier",
            "RestoreDBClusterToPointInTime", "DBClusterIdentifier");

    private static final String RDS = "rds.amazonaws.com";

    /** What assumes a role that a parameter names. */
    private static final Map<String, String> PASSED =
            Map.of("RoleArn", RDS, "DomainIAMRoleName", RDS, "MonitoringRoleArn", "monitoring." + RDS);

    List<Permission> needed() {
        List<Permission> called = Stream.concat(
                        Stream.of("ResourceName", "ResourceArn").flatMap(one -> form.get(one).stream()), named())
                .map(resource -> new Permission("rds:" + operation, resource))
                .toList();
        return called.isEmpty()
                ? List.of(new Permission("rds:" + operation, listed()))
                : Stream.of(called.stream(), tagging(), passing(), firstCluster())
                        .flatMap(some -> some)
                        .toList();
    }

    private Stream<String> named() {
        return TYPES.keySet().stream().flatMap(parameter -> named(parameter));
    }

    private Stream<String> named(String parameter) {
        return form.get(parameter).map(name -> arn(Objects.requireNonNull(TYPES.get(parameter)), name)).stream();
    }

    private Stream<Permission> tagging() {
        return form.list("Tags").isEmpty() || !MADE.containsKey(operation)
                ? Stream.empty()
                : named(MADE.get(operation)).map(made -> new Permission("rds:AddTagsToResource", made));
    }

    private Stream<Permission> passing() {
        return PASSED.entrySet().stream()
                .flatMap(passed -> form.get(passed.getKey()).stream()
                        .map(role -> role.startsWith("arn:") ? role : ofNoRegion("iam", "role/" + role))
                        .map(role -> new Permission(
                                "iam:PassRole", role, Map.of("iam:PassedToService", List.of(passed.getValue())))));
    }

    /** RDS makes its role with an account's first cluster, which any may be. */
    private Stream<Permission> firstCluster() {
        return operation.equals("RestoreDBClusterFromSnapshot")
                ? Stream.of(new Permission(
                        "iam:CreateServiceLinkedRole",
                        ofNoRegion("iam", RDS_ROLE),
                        Map.of("iam:AWSServiceName", List.of(RDS))))
                : Stream.empty();
    }

    private String listed() {
        return LISTED.containsKey(operation) ? arn(LISTED.get(operation), "*") : Permission.ANY;
    }

    private String arn(String type, String nameOrArn) {
        if (nameOrArn.startsWith("arn:")) {
            return nameOrArn;
        }
        String resource = type + ":" + nameOrArn;
        return type.equals("global-cluster") ? ofNoRegion("rds", resource) : Aws.arn("rds", region, resource);
    }

    private String ofNoRegion(String service, String resource) {
        return String.join(":", "arn", Aws.partition(region), service, "", Aws.ACCOUNT, resource);
    }
}
