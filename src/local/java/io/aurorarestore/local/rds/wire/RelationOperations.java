package io.aurorarestore.local.rds.wire;

import java.util.List;
import java.util.Map;

/** The operations that describe what belongs to clusters, or what they belong to. */
final class RelationOperations {

    private RelationOperations() {}

    static Map<String, Operation> all() {
        return Map.of(
                "DescribeDBClusterEndpoints", RelationOperations::endpoints,
                "DescribeGlobalClusters", RelationOperations::globalClusters,
                "DescribeDBProxies", RelationOperations::proxies,
                "DescribeDBProxyTargets", RelationOperations::targets,
                "DescribeBlueGreenDeployments", RelationOperations::deployments);
    }

    private static Operation.Call endpoints(Form form) {
        String cluster = form.text("DBClusterIdentifier");
        String endpoint = form.text("DBClusterEndpointIdentifier");
        var filters = form.filters();
        var page = form.page();
        return region -> SharedXml.page(
                "DBClusterEndpoints",
                region.endpoints().describe(cluster, endpoint, filters, page),
                RelationXml::endpoint);
    }

    private static Operation.Call globalClusters(Form form) {
        String id = form.text("GlobalClusterIdentifier");
        var filters = form.filters();
        var page = form.page();
        return region -> SharedXml.page(
                "GlobalClusters", region.relations().globalClusters(id, filters, page), RelationXml::globalCluster);
    }

    private static Operation.Call proxies(Form form) {
        String name = form.text("DBProxyName");
        var page = form.page();
        form.filters();
        return region -> SharedXml.page("DBProxies", region.relations().proxies(name, page), RelationXml::proxy);
    }

    private static Operation.Call targets(Form form) {
        String name = form.required("DBProxyName");
        form.ignore("TargetGroupName");
        form.filters();
        form.page();
        return region -> List.of(
                Element.of("Targets", ProxyTargetXml.all(region.relations().proxyOfTargets(name))));
    }

    private static Operation.Call deployments(Form form) {
        String id = form.text("BlueGreenDeploymentIdentifier");
        var filters = form.filters();
        var page = form.page();
        return region -> SharedXml.page(
                "BlueGreenDeployments", region.relations().deployments(id, filters, page), RelationXml::deployment);
    }
}
