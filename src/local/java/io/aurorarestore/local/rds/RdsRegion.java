package io.aurorarestore.local.rds;

import java.time.Instant;

/**
 * RDS in one region, as its API shows it. May be called from many threads; calls are answered in turn.
 *
 * @param name for instance {@code us-east-1}
 * @param seed what is there from the start
 * @param relations global clusters, proxies, blue/green deployments and integrations
 * @param offerings what can be had
 */
public record RdsRegion(
        String name,
        Snapshots snapshots,
        Clusters clusters,
        Instances instances,
        Tags tags,
        Groups groups,
        EventHistory events,
        Seed seed,
        ClusterEndpoints endpoints,
        Relations relations,
        ClusterRoles roles,
        QuotaUsage account,
        ClusterBackups backups,
        Offerings offerings) {

    static RdsRegion of(RegionState site) {
        ClusterDeleting deleting = new ClusterDeleting(site);
        return new RdsRegion(
                site.region(),
                new Snapshots(site),
                new Clusters(site, deleting),
                new Instances(site, deleting),
                new Tags(site),
                new Groups(site),
                new EventHistory(site),
                new Seed(site),
                new ClusterEndpoints(site),
                new Relations(site),
                new ClusterRoles(site),
                new QuotaUsage(site),
                new ClusterBackups(site),
                new Offerings(site));
    }

    /** The time that events are dated with. */
    public Instant now() {
        return events.now();
    }
}
