package io.aurorarestore.local.rds;

import java.time.Instant;

/** RDS in one region, as its API shows it. May be called from many threads; calls are answered in turn. */
public final class RdsRegion {

    private final Site site;
    private final Snapshots snapshots;
    private final Clusters clusters;
    private final Instances instances;
    private final Tags tags;
    private final Groups groups;
    private final Events events;
    private final Seed seed;
    private final ClusterEndpoints endpoints;
    private final Relations relations;
    private final Roles roles;
    private final Account account;

    RdsRegion(Site site) {
        ClusterDeleting deleting = new ClusterDeleting(site);
        this.site = site;
        this.snapshots = new Snapshots(site);
        this.clusters = new Clusters(site, deleting);
        this.instances = new Instances(site, deleting);
        this.tags = new Tags(site);
        this.groups = new Groups(site);
        this.events = new Events(site);
        this.seed = new Seed(site);
        this.endpoints = new ClusterEndpoints(site);
        this.relations = new Relations(site);
        this.roles = new Roles(site);
        this.account = new Account(site);
    }

    /** For instance {@code us-east-1}. */
    public String name() {
        return site.region();
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    public Clusters clusters() {
        return clusters;
    }

    public Instances instances() {
        return instances;
    }

    public Tags tags() {
        return tags;
    }

    public Groups groups() {
        return groups;
    }

    public Events events() {
        return events;
    }

    /** What is there from the start. */
    public Seed seed() {
        return seed;
    }

    public ClusterEndpoints endpoints() {
        return endpoints;
    }

    /** Global clusters, proxies and blue/green deployments. */
    public Relations relations() {
        return relations;
    }

    public Roles roles() {
        return roles;
    }

    public Account account() {
        return account;
    }

    /** The time that events are dated with. */
    public Instant now() {
        return site.world().now();
    }
}
