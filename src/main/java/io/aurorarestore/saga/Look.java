package io.aurorarestore.saga;

import io.aurorarestore.port.Aurora;
import io.smallrye.mutiny.Uni;

/** One thing a step wants to see before it decides. */
public sealed interface Look {

    Uni<Observed> add(Observed seen, Aurora aurora);

    /** A snapshot by id or ARN. */
    record AtSnapshot(String region, String idOrArn) implements Look {
        @Override
        public Uni<Observed> add(Observed seen, Aurora aurora) {
            return aurora.snapshot(region, idOrArn)
                    .map(found -> seen.withSnapshots(found.stream().toList()));
        }
    }

    /** All snapshots of a cluster. */
    record AtSnapshotsOf(String region, String cluster) implements Look {
        @Override
        public Uni<Observed> add(Observed seen, Aurora aurora) {
            return aurora.snapshotsOf(region, cluster).map(seen::withSnapshots);
        }
    }

    record AtCluster(String name) implements Look {
        @Override
        public Uni<Observed> add(Observed seen, Aurora aurora) {
            return aurora.cluster(name)
                    .map(found -> seen.withClusters(found.stream().toList()));
        }
    }

    /** All instances of a cluster. */
    record AtInstancesOf(String cluster) implements Look {
        @Override
        public Uni<Observed> add(Observed seen, Aurora aurora) {
            return aurora.instancesOf(cluster).map(seen::withInstances);
        }
    }
}
