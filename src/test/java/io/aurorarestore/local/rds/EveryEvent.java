package io.aurorarestore.local.rds;

import static io.aurorarestore.local.rds.RdsOnVirtualTime.LONG;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Has the simulated RDS send every event it knows. */
final class EveryEvent {

    private static final String SNAPSHOT = "orders-1";

    private final Map<String, String> tags;
    private final RdsOnVirtualTime here;

    private EveryEvent(Map<String, String> tags) {
        this.tags = tags;
        this.here = new RdsOnVirtualTime(RdsOptions.defaults().withCopyEvent(true), tags);
    }

    /** @param tags of every resource */
    static List<ObjectNode> about(Map<String, String> tags) {
        EveryEvent every = new EveryEvent(tags);
        every.ofSnapshots();
        every.ofLives();
        every.ofFailedClusters();
        every.ofFailedInstances();
        every.ofDeletions();
        return every.here.events;
    }

    private void ofSnapshots() {
        here.east.snapshots().create(new CreateSnapshot("taken", "orders", tags));
        here.east.snapshots().takeAutomated("orders");
        here.east.snapshots().copy(new SnapshotCopy(SNAPSHOT, "copied", null, false, tags));
        pass();
    }

    private void ofLives() {
        restore("restored");
        pass();
        create("one");
        pass();
        here.east.instances().reboot("one");
        here.east.clusters().modify(ModifyCluster.password("restored", "long-enough"));
        pass();
        here.east.clusters().stop("restored");
        pass();
        here.east.clusters().start("restored");
        pass();
    }

    private void ofFailedClusters() {
        failed("RestoreDBClusterFromSnapshot", "incompatible-restore", () -> restore("incompatible"));
        failed("RestoreDBClusterFromSnapshot", "failed", () -> restore("limited"));
        failed(
                "ModifyDBCluster",
                "available",
                () -> here.east.clusters().modify(ModifyCluster.password("restored", "long-enough")));
    }

    private void ofFailedInstances() {
        failed("CreateDBInstance", "incompatible-parameters", () -> create("two"));
        failed("CreateDBInstance", "incompatible-network", () -> create("three"));
        failed("CreateDBInstance", "insufficient-capacity", () -> create("four"));
    }

    private void ofDeletions() {
        here.east.clusters().modify(ModifyCluster.rename("restored", "renamed"));
        pass();
        List.of("one", "two", "three", "four").forEach(here.east.instances()::delete);
        here.east.clusters().delete(ClusterDeleteRequest.withoutSnapshot("renamed"));
        pass();
    }

    private void failed(String operation, String status, Runnable call) {
        here.rds.faults().failNext(operation, status);
        call.run();
        pass();
    }

    private void restore(String cluster) {
        here.east.clusters().restore(RestoreFromSnapshot.of(cluster, SNAPSHOT, tags));
    }

    private void create(String instance) {
        here.east.instances().create(NewInstance.of(instance, "restored", tags));
    }

    private void pass() {
        here.time.advance(LONG);
    }
}
