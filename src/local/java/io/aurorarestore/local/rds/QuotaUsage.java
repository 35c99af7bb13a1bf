package io.aurorarestore.local.rds;

import java.util.List;

/**
 * How much of an account's quotas is used in a region.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeAccountAttributes.html">The
 *     API</a>
 */
public final class QuotaUsage {

    /** A quota by AWS's name for it. */
    public record Quota(String name, long used, long max) {}

    private final RegionState site;

    QuotaUsage(RegionState site) {
        this.site = site;
    }

    public List<Quota> quotas() {
        return site.world().call("DescribeAccountAttributes", () -> {
            ResourceIndex here = site.directory();
            return List.of(
                    new Quota("DBClusters", here.clusterCount(), site.quotas().clusters()),
                    new Quota("DBInstances", here.instanceCount(), site.quotas().instances()),
                    new Quota(
                            "ManualClusterSnapshots",
                            here.ownedSnapshots(),
                            site.quotas().manualSnapshots()));
        });
    }
}
