package io.aurorarestore.local.rds;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** One region of the world: what there is, what is said about it, and how work is done there. */
record RegionState(String region, RdsAccount world, ResourceIndex directory, EventLog log) {

    static RegionState of(String region, RdsAccount world) {
        return new RegionState(region, world, world.directory(region), new EventLog(region, world, new ArrayDeque<>()));
    }

    Arn arn(String kind, String id) {
        return new Arn(region, world.account(), kind, id);
    }

    DataPlane data() {
        return world.data();
    }

    RdsDurations durations() {
        return world.options().durations();
    }

    Quotas quotas() {
        return world.options().quotas();
    }

    /** The VPC of a subnet group. */
    String vpc(String subnetGroup) {
        return Groups.vpc(directory, subnetGroup);
    }

    void say(EventKind kind, ClusterState cluster, Object... words) {
        log.say(kind, cluster.id(), cluster.tags(), words);
    }

    void say(EventKind kind, InstanceState instance, Object... words) {
        log.say(kind, instance.id(), instance.tags(), words);
    }

    void say(EventKind kind, SnapshotState snapshot) {
        log.say(kind, snapshot.arn().id(), Map.copyOf(snapshot.tags()));
    }

    DbCluster view(ClusterState cluster) {
        return cluster.view(region, world);
    }

    /** Starts a cluster's server for its present names. */
    CompletionStage<Void> serve(ClusterState cluster) {
        return data().start(cluster.resourceId(), view(cluster).hosts());
    }

    DbInstance view(InstanceState instance) {
        return instance.view(region, world);
    }
}
