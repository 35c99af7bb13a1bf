package io.aurorarestore.local.rds;

/**
 * An account's limits in one region.
 *
 * @param copiesInProgress snapshot copies under way into the region at once
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_Limits.html">Quotas for Aurora</a>
 */
public record Quotas(int clusters, int instances, int manualSnapshots, int copiesInProgress) {

    public static Quotas defaults() {
        return new Quotas(40, 40, 100, 5);
    }
}
