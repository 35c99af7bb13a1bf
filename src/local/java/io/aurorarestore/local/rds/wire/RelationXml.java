package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.rds.BlueGreen;
import io.aurorarestore.local.rds.ClusterEndpoint;
import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbProxy;
import io.aurorarestore.local.rds.GlobalCluster;
import java.util.List;

/** What belongs to clusters, or what they belong to, as the protocol writes it. */
final class RelationXml {

    private static final String AVAILABLE = "available";

    private RelationXml() {}

    static Element endpoint(ClusterEndpoint endpoint) {
        return Element.of(
                "DBClusterEndpointList",
                Element.text("DBClusterEndpointIdentifier", endpoint.id()),
                Element.text("DBClusterIdentifier", endpoint.cluster().id()),
                Element.text("Endpoint", SharedXml.ADDRESS),
                Element.text("Status", AVAILABLE),
                Element.text("EndpointType", endpoint.type()),
                endpoint.custom() ? Element.text("CustomEndpointType", "ANY") : null);
    }

    static Element globalCluster(GlobalCluster global) {
        DbCluster writer = global.members().get(0);
        return Element.of(
                "GlobalClusterMember",
                Element.text("GlobalClusterIdentifier", global.id()),
                Element.text("GlobalClusterResourceId", global.resourceId()),
                Element.text("GlobalClusterArn", global.arn()),
                Element.text("Status", AVAILABLE),
                Element.text("Engine", writer.volume().engine()),
                Element.text("EngineVersion", writer.volume().engineVersion()),
                Element.text("DatabaseName", writer.volume().database()),
                Element.text("StorageEncrypted", writer.volume().encrypted()),
                Element.text("DeletionProtection", false),
                Element.list("GlobalClusterMembers", global.members(), one -> member(one, writer, global.members())));
    }

    private static Element member(DbCluster one, DbCluster writer, List<DbCluster> all) {
        List<String> others = all.stream()
                .filter(other -> one.equals(writer) && !other.equals(writer))
                .map(DbCluster::arn)
                .toList();
        return Element.of(
                "GlobalClusterMember",
                Element.text("DBClusterArn", one.arn()),
                SharedXml.words("Readers", "member", others),
                Element.text("IsWriter", one.equals(writer)),
                Element.text("GlobalWriteForwardingStatus", "disabled"),
                Element.text("SynchronizationStatus", "connected"));
    }

    static Element proxy(DbProxy proxy) {
        DbCluster target = proxy.target();
        return Element.of(
                "member",
                Element.text("DBProxyName", proxy.name()),
                Element.text("DBProxyArn", proxy.arn()),
                Element.text("Status", AVAILABLE),
                Element.text("EngineFamily", "POSTGRESQL"),
                Element.text("VpcId", proxy.vpc()),
                SharedXml.words(
                        "VpcSecurityGroupIds", "member", target.settings().securityGroups()),
                Element.text("Endpoint", SharedXml.ADDRESS),
                Element.text("RequireTLS", false),
                Timestamps.of("CreatedDate", target.created()),
                Timestamps.of("UpdatedDate", target.created()));
    }

    static Element deployment(BlueGreen deployment) {
        String source = deployment.source().arn();
        return Element.of(
                "member",
                Element.text("BlueGreenDeploymentIdentifier", deployment.id()),
                Element.text("BlueGreenDeploymentName", deployment.name()),
                Element.text("Source", source),
                Element.text("Target", deployment.target()),
                Element.text("Status", "AVAILABLE"),
                Element.of(
                        "SwitchoverDetails",
                        Element.of(
                                "member",
                                Element.text("SourceMember", source),
                                Element.text("TargetMember", deployment.target()),
                                Element.text("Status", "AVAILABLE"))),
                Timestamps.of("CreateTime", deployment.source().created()));
    }
}
