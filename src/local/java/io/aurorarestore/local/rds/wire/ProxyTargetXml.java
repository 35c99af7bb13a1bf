package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbProxy;
import java.util.List;
import java.util.stream.Stream;

/** A proxy's targets as the protocol writes them: the cluster that it tracks, and the cluster's instances. */
final class ProxyTargetXml {

    private ProxyTargetXml() {}

    static List<Element> all(DbProxy proxy) {
        DbCluster cluster = proxy.target();
        return Stream.concat(
                        Stream.of(tracked(cluster)),
                        cluster.members().stream().map(member -> instance(cluster, member)))
                .toList();
    }

    private static Element tracked(DbCluster cluster) {
        return Element.of(
                "member",
                Element.text("Type", "TRACKED_CLUSTER"),
                Element.text("RdsResourceId", cluster.id()),
                Element.text("Endpoint", SharedXml.ADDRESS),
                Element.text("Port", cluster.port()));
    }

    private static Element instance(DbCluster cluster, DbCluster.Member member) {
        return Element.of(
                "member",
                Element.text("Type", "RDS_INSTANCE"),
                Element.text("RdsResourceId", member.instance()),
                Element.text("TrackedClusterId", cluster.id()),
                Element.text("Endpoint", SharedXml.ADDRESS),
                Element.text("Port", cluster.port()),
                Element.text("Role", member.writer() ? "READ_WRITE" : "READ_ONLY"),
                Element.of("TargetHealth", Element.text("State", "AVAILABLE")));
    }
}
