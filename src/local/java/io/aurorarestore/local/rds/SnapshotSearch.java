package io.aurorarestore.local.rds;

import java.util.List;
import java.util.Set;

/** Finds what a DescribeDBClusterSnapshots asks for. */
final class SnapshotSearch {

    private static final Set<String> TYPES =
            Set.of(Snapshot.MANUAL, Snapshot.AUTOMATED, Snapshot.SHARED, "public", Snapshot.BACKUP);
    private static final Set<String> FILTERS =
            Set.of("db-cluster-id", "db-cluster-snapshot-id", "snapshot-type", "engine");

    private final Site site;
    private final DescribeSnapshots query;

    SnapshotSearch(Site site, DescribeSnapshots query) {
        this.site = site;
        this.query = query;
        query.filters().only(FILTERS);
        if (query.type() != null && !TYPES.contains(query.type())) {
            throw RdsError.invalidValue("Invalid snapshot type: " + query.type());
        }
        if (query.cluster() != null && query.snapshot() != null) {
            throw RdsError.invalidCombination(
                    "DBClusterIdentifier and DBClusterSnapshotIdentifier cannot be given together.");
        }
    }

    Page<DbSnapshot> page() {
        List<DbSnapshot> found = site.directory().snapshots().stream()
                .filter(this::visible)
                .filter(this::asked)
                .filter(this::passes)
                .map(Snapshot::view)
                .toList();
        if (found.isEmpty() && query.snapshot() != null) {
            throw Refusals.noSnapshot(query.snapshot());
        }
        return query.page().of(found, DbSnapshot::arn);
    }

    /**
     * An automated snapshot is found by its name only if its type is given with it, and one of AWS Backup's only if its type
     * is.
     */
    private boolean visible(Snapshot one) {
        if (query.type() != null) {
            return one.type().equals(query.type());
        }
        return switch (one.type()) {
            case Snapshot.SHARED -> query.includeShared();
            case Snapshot.AUTOMATED -> query.snapshot() == null;
            case Snapshot.BACKUP -> false;
            default -> true;
        };
    }

    private boolean asked(Snapshot one) {
        return named(one)
                && (query.cluster() == null
                        || Arn.id(query.cluster()).equalsIgnoreCase(one.origin().cluster()))
                && (query.resourceId() == null
                        || query.resourceId().equals(one.origin().resourceId()));
    }

    private boolean named(Snapshot one) {
        return query.snapshot() == null
                || site.directory().arn("cluster-snapshot", query.snapshot()).equals(one.arn());
    }

    private boolean passes(Snapshot one) {
        String cluster = one.origin().cluster();
        return query.filters()
                        .admit(
                                "db-cluster-id",
                                cluster,
                                site.arn("cluster", cluster).toString())
                && query.filters()
                        .admit(
                                "db-cluster-snapshot-id",
                                one.arn().id(),
                                one.arn().toString())
                && query.filters().admit("snapshot-type", one.type())
                && query.filters().admit("engine", one.volume().engine());
    }
}
