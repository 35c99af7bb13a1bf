package io.aurorarestore.local.rds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.time.VirtualTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A simulated RDS without data, in which {@code orders} with its snapshot {@code orders-1} has always been there. */
final class RdsOnVirtualTime {

    static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
    static final Duration LONG = Duration.ofHours(1);
    static final DataVolume VOLUME = DataVolume.postgresql("17.4", "postgres", "orders");

    final VirtualTimeline time = new VirtualTimeline(START);
    final EmptyDataPlane data = new EmptyDataPlane();
    final List<ObjectNode> events = new ArrayList<>();
    final SimulatedRds rds;
    final RdsRegion east;
    final RdsRegion west;

    RdsOnVirtualTime() {
        this(RdsOptions.defaults(), Map.of());
    }

    RdsOnVirtualTime(RdsOptions options, Map<String, String> tags) {
        rds = new SimulatedRds("123456789012", time, data, events::add, new Random(1), options);
        east = rds.region("us-east-1");
        west = rds.region("us-west-2");
        var orders = SeedCluster.of("orders", VOLUME, START, "orders-writer").tagged(tags);
        data.start(east.seed().cluster(orders).resourceId(), List.of());
        east.seed().snapshot("orders-1", "orders", "manual", START, tags);
    }

    DbCluster restore(String cluster) {
        return east.clusters().restore(RestoreFromSnapshot.of(cluster, "orders-1", Map.of()));
    }

    DbInstance create(String instance, String cluster) {
        return east.instances().create(NewInstance.of(instance, cluster, Map.of()));
    }

    /** A restored cluster with its instance, both available; their events are forgotten. */
    DbCluster restored(String cluster, String instance) {
        restore(cluster);
        time.advance(LONG);
        create(instance, cluster);
        time.advance(LONG);
        events.clear();
        return cluster(cluster);
    }

    DbCluster cluster(String id) {
        return east.clusters().describe(DescribeClusters.named(id)).items().get(0);
    }

    DbInstance instance(String id) {
        return east.instances().describe(DescribeInstances.named(id)).items().get(0);
    }

    DbSnapshot snapshot(String id) {
        return east.snapshots().describe(DescribeSnapshots.named(id)).items().get(0);
    }

    boolean answers(String cluster) {
        return data.answering("us-east-1", cluster).isPresent();
    }

    /** Source and words of each event so far, in order: {@code orders: DB cluster deleted}. */
    List<String> told() {
        return events.stream()
                .map(event -> event.path("detail"))
                .map(detail -> detail.path("SourceIdentifier").asText() + ": "
                        + detail.path("Message").asText())
                .toList();
    }
}
