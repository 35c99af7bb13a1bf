package io.aurorarestore.local.rds;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Valid names that nothing of their kind has in the region, nor is about to get by a rename under way. */
final class NameChecks {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private NameChecks() {}

    static String cluster(RegionState site, String parameter, String name) {
        String id = Identifiers.resource(parameter, name);
        if (site.directory().isClusterName(id)) {
            throw RdsRefusals.clusterExists();
        }
        return id;
    }

    static String instance(RegionState site, String parameter, String name) {
        String id = Identifiers.resource(parameter, name);
        if (site.directory().isInstanceName(id)) {
            throw RdsRefusals.instanceExists();
        }
        return id;
    }

    /** The ARN of a new snapshot, if the region has room for one more. */
    static Arn snapshot(RegionState site, String parameter, @Nullable String name) {
        String id = Identifiers.snapshot(parameter, name);
        if (site.directory().findSnapshot(id).isPresent()) {
            throw RdsRefusals.snapshotExists(id);
        }
        int most = site.quotas().manualSnapshots();
        if (site.directory().ownedSnapshots() >= most) {
            throw RdsRefusals.snapshotQuota("Cannot create more than %d manual snapshots".formatted(most));
        }
        return site.arn("cluster-snapshot", id);
    }

    /**
     * The ARN of a new automated snapshot: {@code rds:orders-2026-11-24-03-00}. RDS takes one a day; whoever asks for more
     * than one a minute gets the minutes to come.
     */
    static Arn automated(RegionState site, String cluster) {
        return Stream.iterate(site.world().now(), minute -> minute.plus(1, ChronoUnit.MINUTES))
                .map(minute -> "rds:" + cluster + "-" + MINUTE.format(minute))
                .filter(id -> site.directory().findSnapshot(id).isEmpty())
                .map(id -> site.arn("cluster-snapshot", id))
                .findFirst()
                .orElseThrow();
    }
}
