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

    /** Asks for a kind of resource of which there never is one here; faults on request apply. */
    public void none(String operation) {
        site.world().call(operation, () -> null);
    }

    /** The time that events are dated with. */
    public Instant now() {
        return site.world().now();
    }
}
