package io.aurorarestore.local.rds;

import java.util.ArrayList;
import java.util.Map;

/** One region of the world: what there is, what is said about it, and how work is done there. */
record Site(String region, World world, Directory directory, EventLog log) {

    static Site of(String region, World world) {
        return new Site(region, world, world.directory(region), new EventLog(region, world, new ArrayList<>()));
    }

    Arn arn(String kind, String id) {
        return new Arn(region, world.account(), kind, id);
    }

    DataPlane data() {
        return world.data();
    }

    Durations durations() {
        return world.options().durations();
    }

    Quotas quotas() {
        return world.options().quotas();
    }

    /** The VPC of a subnet group. */
    String vpc(String subnetGroup) {
        return Groups.vpc(directory, subnetGroup);
    }

    void say(EventKind kind, Cluster cluster, Object... words) {
        log.say(kind, cluster.id(), cluster.tags(), words);
    }

    void say(EventKind kind, Instance instance, Object... words) {
        log.say(kind, instance.id(), instance.tags(), words);
    }

    void say(EventKind kind, Snapshot snapshot) {
        log.say(kind, snapshot.arn().id(), Map.copyOf(snapshot.tags()));
    }

    DbCluster view(Cluster cluster) {
        return cluster.view(region, world);
    }

    DbInstance view(Instance instance) {
        return instance.view(region, world);
    }
}
