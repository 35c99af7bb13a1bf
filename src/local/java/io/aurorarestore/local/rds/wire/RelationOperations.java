package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.front.Form;
import java.util.Map;
import software.amazon.awssdk.services.rds.model.DescribeBlueGreenDeploymentsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterEndpointsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbProxiesResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbProxyTargetsResponse;
import software.amazon.awssdk.services.rds.model.DescribeGlobalClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeIntegrationsResponse;

/** The operations that describe what belongs to clusters, or what they belong to. */
final class RelationOperations {

    private RelationOperations() {}

    static Map<String, Operation> all() {
        return Map.of(
                "DescribeDBClusterEndpoints", RelationOperations::endpoints,
                "DescribeGlobalClusters", RelationOperations::globalClusters,
                "DescribeDBProxies", RelationOperations::proxies,
                "DescribeDBProxyTargets", RelationOperations::targets,
                "DescribeBlueGreenDeployments", RelationOperations::deployments,
                "DescribeIntegrations", RelationOperations::integrations);
    }

    private static Operation.Call endpoints(Form form) {
        String cluster = form.text("DBClusterIdentifier");
        String endpoint = form.text("DBClusterEndpointIdentifier");
        var filters = QueryParameters.filters(form);
        var wanted = QueryParameters.page(form);
        return region -> {
            var page = region.endpoints().describe(cluster, endpoint, filters, wanted);
            return DescribeDbClusterEndpointsResponse.builder()
                    .dbClusterEndpoints(Shown.all(page, ShownRelations::endpoint))
                    .marker(page.marker());
        };
    }

    private static Operation.Call globalClusters(Form form) {
        String id = form.text("GlobalClusterIdentifier");
        var filters = QueryParameters.filters(form);
        var wanted = QueryParameters.page(form);
        return region -> {
            var page = region.relations().globalClusters(id, filters, wanted);
            return DescribeGlobalClustersResponse.builder()
                    .globalClusters(Shown.all(page, ShownRelations::globalCluster))
                    .marker(page.marker());
        };
    }

    private static Operation.Call proxies(Form form) {
        String name = form.text("DBProxyName");
        var wanted = QueryParameters.page(form);
        QueryParameters.filters(form);
        return region -> {
            var page = region.relations().proxies(name, wanted);
            return DescribeDbProxiesResponse.builder()
                    .dbProxies(Shown.all(page, ShownRelations::proxy))
                    .marker(page.marker());
        };
    }

    private static Operation.Call targets(Form form) {
        String name = form.required("DBProxyName");
        form.ignore("TargetGroupName");
        QueryParameters.filters(form);
        QueryParameters.page(form);
        return region -> DescribeDbProxyTargetsResponse.builder()
                .targets(ShownRelations.targets(region.relations().proxyOfTargets(name)));
    }

    private static Operation.Call deployments(Form form) {
        String id = form.text("BlueGreenDeploymentIdentifier");
        var filters = QueryParameters.filters(form);
        var wanted = QueryParameters.page(form);
        return region -> {
            var page = region.relations().deployments(id, filters, wanted);
            return DescribeBlueGreenDeploymentsResponse.builder()
                    .blueGreenDeployments(Shown.all(page, ShownRelations::deployment))
                    .marker(page.marker());
        };
    }

    private static Operation.Call integrations(Form form) {
        String id = form.text("IntegrationIdentifier");
        QueryParameters.filters(form);
        var wanted = QueryParameters.page(form);
        return region -> {
            var page = region.relations().integrations(id, wanted);
            return DescribeIntegrationsResponse.builder()
                    .integrations(Shown.all(page, ShownRelations::integration))
                    .marker(page.marker());
        };
    }
}
