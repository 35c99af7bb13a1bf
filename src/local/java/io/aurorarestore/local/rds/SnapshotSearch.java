package io.aurorarestore.local.rds;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what a DescribeDBClusterSnapshots asks for. */
final class SnapshotSearch {

    private static final Set<String> TYPES =
            Set.of(SnapshotState.MANUAL, SnapshotState.AUTOMATED, SnapshotState.SHARED, "public", SnapshotState.BACKUP);
    private static final Set<String> FILTERS =
            Set.of("db-cluster-id", "db-cluster-snapshot-id", "snapshot-type", "engine");

    private final RegionState site;
    private final DescribeSnapshots query;

    SnapshotSearch(RegionState site, DescribeSnapshots query) {
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
        List<DbSnapshot> found = named().filter(this::visible)
                .filter(this::asked)
                .filter(this::passes)
                .map(SnapshotState::view)
                .toList();
        if (found.isEmpty() && query.snapshot() != null) {
            throw RdsRefusals.noSnapshot(query.snapshot());
        }
        return query.page().of(found, DbSnapshot::arn);
    }

    /** At least those that are asked for, by their ARNs. */
    private Stream<SnapshotState> named() {
        ResourceIndex all = site.directory();
        return Optional.ofNullable(query.snapshot())
                .map(List::of)
                .or(() -> query.filters().wanted("db-cluster-snapshot-id"))
                .map(names -> names.stream()
                        .flatMap(name -> all.findSnapshot(name).stream())
                        .distinct()
                        .sorted(Comparator.comparing(one -> one.arn().toString())))
                .orElseGet(() -> all.snapshots().stream());
    }

    /**
     * An automated snapshot is found by its name only if its type is given with it, and one of AWS Backup's only if its type
     * is.
     */
    private boolean visible(SnapshotState one) {
        if (query.type() != null) {
            return one.type().equals(query.type());
        }
        return switch (one.type()) {
            case SnapshotState.SHARED -> query.includeShared();
            case SnapshotState.AUTOMATED -> query.snapshot() == null;
            case SnapshotState.BACKUP -> false;
            default -> true;
        };
    }

    private boolean asked(SnapshotState one) {
        return named(one)
                && (query.cluster() == null
                        || Arn.id(query.cluster()).equalsIgnoreCase(one.origin().cluster()))
                && (query.resourceId() == null
                        || query.resourceId().equals(one.origin().resourceId()));
    }

    private boolean named(SnapshotState one) {
        return query.snapshot() == null
                || site.directory().arn("cluster-snapshot", query.snapshot()).equals(one.arn());
    }

    private boolean passes(SnapshotState one) {
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
