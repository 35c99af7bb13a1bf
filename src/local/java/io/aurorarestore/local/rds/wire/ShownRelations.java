package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.rds.BlueGreen;
import io.aurorarestore.local.rds.ClusterEndpoint;
import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbProxy;
import io.aurorarestore.local.rds.EndpointKind;
import io.aurorarestore.local.rds.GlobalCluster;
import io.aurorarestore.local.rds.ZeroEtl;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.BlueGreenDeployment;
import software.amazon.awssdk.services.rds.model.DBClusterEndpoint;
import software.amazon.awssdk.services.rds.model.DBProxy;
import software.amazon.awssdk.services.rds.model.DBProxyTarget;
import software.amazon.awssdk.services.rds.model.GlobalClusterMember;
import software.amazon.awssdk.services.rds.model.Integration;
import software.amazon.awssdk.services.rds.model.SwitchoverDetail;

/** What belongs to clusters, or what they belong to, as the API shows it. */
final class ShownRelations {

    private static final String AVAILABLE = "available";

    private ShownRelations() {}

    static DBClusterEndpoint endpoint(ClusterEndpoint endpoint) {
        return DBClusterEndpoint.builder()
                .dbClusterEndpointIdentifier(endpoint.id())
                .dbClusterIdentifier(endpoint.cluster().id())
                .endpoint(endpoint.host())
                .status(AVAILABLE)
                .endpointType(endpoint.type().name())
                .customEndpointType(endpoint.custom() ? "ANY" : null)
                .build();
    }

    static software.amazon.awssdk.services.rds.model.GlobalCluster globalCluster(GlobalCluster global) {
        List<DbCluster> all = global.members();
        DbCluster writer = all.get(0);
        return software.amazon.awssdk.services.rds.model.GlobalCluster.builder()
                .globalClusterIdentifier(global.id())
                .globalClusterResourceId(global.resourceId())
                .globalClusterArn(global.arn())
                .status(AVAILABLE)
                .engine(writer.volume().engine())
                .engineVersion(writer.volume().engineVersion())
                .databaseName(writer.volume().database())
                .storageEncrypted(writer.volume().encrypted())
                .deletionProtection(false)
                .globalClusterMembers(Shown.all(
                        all, one -> member(one, one.equals(writer), all.subList(1, all.size()))))
                .build();
    }

    private static GlobalClusterMember member(DbCluster one, boolean writer, List<DbCluster> others) {
        return GlobalClusterMember.builder()
                .dbClusterArn(one.arn())
                .isWriter(writer)
                .readers(Shown.all(writer ? others : List.<DbCluster>of(), DbCluster::arn))
                .globalWriteForwardingStatus("disabled")
                .synchronizationStatus("connected")
                .build();
    }

    static DBProxy proxy(DbProxy proxy) {
        DbCluster target = proxy.target();
        return DBProxy.builder()
                .dbProxyName(proxy.name())
                .dbProxyArn(proxy.arn())
                .status(AVAILABLE)
                .engineFamily("POSTGRESQL")
                .vpcId(proxy.vpc())
                .vpcSecurityGroupIds(target.settings().securityGroups())
                .endpoint(proxy.host())
                .requireTLS(false)
                .createdDate(target.created())
                .updatedDate(target.created())
                .build();
    }

    /** The cluster that a proxy tracks, and the cluster's instances. */
    static List<DBProxyTarget> targets(DbProxy proxy) {
        DbCluster cluster = proxy.target();
        var tracked = target(cluster).type("TRACKED_CLUSTER").rdsResourceId(cluster.id());
        return Stream.concat(
                        Stream.of(tracked),
                        cluster.members().stream()
                                .map(member -> target(cluster)
                                        .type("RDS_INSTANCE")
                                        .rdsResourceId(member.instance())
                                        .trackedClusterId(cluster.id())
                                        .role(member.writer() ? "READ_WRITE" : "READ_ONLY")
                                        .targetHealth(health -> health.state("AVAILABLE"))))
                .map(DBProxyTarget.Builder::build)
                .toList();
    }

    private static DBProxyTarget.Builder target(DbCluster cluster) {
        return DBProxyTarget.builder()
                .endpoint(cluster.host(EndpointKind.WRITER))
                .port(cluster.port());
    }

    static BlueGreenDeployment deployment(BlueGreen deployment) {
        String source = deployment.source().arn();
        return BlueGreenDeployment.builder()
                .blueGreenDeploymentIdentifier(deployment.id())
                .blueGreenDeploymentName(deployment.name())
                .source(source)
                .target(deployment.target())
                .status("AVAILABLE")
                .switchoverDetails(SwitchoverDetail.builder()
                        .sourceMember(source)
                        .targetMember(deployment.target())
                        .status("AVAILABLE")
                        .build())
                .createTime(deployment.source().created())
                .build();
    }

    static Integration integration(ZeroEtl integration) {
        DbCluster source = integration.source();
        return Integration.builder()
                .integrationName(integration.name())
                .integrationArn(integration.arn())
                .sourceArn(source.arn())
                .targetArn(source.arn().replace(":rds:", ":redshift-serverless:"))
                .status("active")
                .createTime(source.created())
                .build();
    }
}
