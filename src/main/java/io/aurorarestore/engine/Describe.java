package io.aurorarestore.engine;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.aws.SnapshotLineage;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One thing that a step wants to have described before it decides. */
public sealed interface Describe {

    /** @param recent what was looked at a moment ago, and all that can be asked */
    Uni<Observed> add(Observed seen, RecentViews recent);

    /** Look after look, each knowing what the ones before it saw. */
    static Uni<Observed> all(List<Describe> describe, Observed seen, Ports ports) {
        return all(describe, seen, new RecentViews(ports));
    }

    /** What was looked at a moment ago is not looked at again. */
    static Uni<Observed> all(List<Describe> describe, Observed seen, RecentViews recent) {
        Uni<Observed> all = Uni.createFrom().item(seen);
        for (Describe description : merged(describe)) {
            all = all.chain(sofar -> description.add(sofar, recent));
        }
        return all;
    }

    /** Clusters that are wanted one after the other are looked at in one call. */
    private static List<Describe> merged(List<Describe> describe) {
        List<Describe> merged = new ArrayList<>();
        for (Describe next : describe) {
            int last = merged.size() - 1;
            if (next instanceof AtCluster more && last >= 0 && merged.get(last) instanceof AtCluster some) {
                merged.set(last, some.and(more));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    /** A snapshot by id or ARN. */
    record AtSnapshot(String region, String idOrArn) implements Describe {
        @Override
        public Uni<Observed> add(Observed seen, RecentViews recent) {
            return recent.aurora()
                    .snapshot(region, idOrArn)
                    .map(found -> seen.withSnapshots(found.stream().toList()));
        }
    }

    /** The sources of those copies that seem to hold the youngest data: a copy is younger than what it holds. */
    record AtOrigins(SnapshotSelector wanted, int most) implements Describe {
        @Override
        public Uni<Observed> add(Observed seen, RecentViews recent) {
            SnapshotLineage lineage = new SnapshotLineage(seen.snapshots());
            Stream<Snapshot> wantedOnes =
                    seen.snapshots().stream().filter(one -> one.available() && wanted.admits(one, one.createdAt()));
            return lineage.youngestFirst(wantedOnes)
                    .findFirst()
                    .flatMap(lineage::missing)
                    .filter(arn -> most > 0)
                    .map(arn -> resolved(arn, seen, recent))
                    .orElseGet(() -> Uni.createFrom().item(seen));
        }

        private Uni<Observed> resolved(String arn, Observed seen, RecentViews recent) {
            return recent.aurora()
                    .snapshot(arn.split(":", 5)[3], arn)
                    .onFailure(failure -> failure instanceof CallFailedException failed && !failed.passes())
                    .recoverWithItem(Optional.empty())
                    .chain(found -> found.map(origin ->
                                    new AtOrigins(wanted, most - 1).add(seen.withSnapshots(List.of(origin)), recent))
                            .orElseGet(() -> Uni.createFrom().item(seen)));
        }
    }

    /** All snapshots of a cluster. */
    record AtSnapshotsOf(String region, String cluster) implements Describe {
        @Override
        public Uni<Observed> add(Observed seen, RecentViews recent) {
            return recent.aurora().snapshotsOf(region, cluster).map(seen::withSnapshots);
        }
    }

    /** A cluster that data is taken from. */
    record AtSource(ClusterKey cluster, boolean clones) implements Describe {
        @Override
        public Uni<Observed> add(Observed seen, RecentViews recent) {
            return recent.aurora().sourceClusters(cluster, clones).map(seen::withSources);
        }
    }

    record AtCluster(List<String> names) implements Describe {

        public AtCluster(String name) {
            this(List.of(name));
        }

        AtCluster and(AtCluster others) {
            return new AtCluster(Stream.concat(names.stream(), others.names.stream())
                    .distinct()
                    .toList());
        }

        @Override
        public Uni<Observed> add(Observed seen, RecentViews recent) {
            return recent.clusters(names).map(seen::withClusters);
        }
    }

    /** What could be in the way, by what is seen of the target already. */
    record AtSurroundings(Function<Observed, TargetDependencies.Query> query) implements Describe {
        @Override
        public Uni<Observed> add(Observed seen, RecentViews recent) {
            return recent.aurora().surroundings(query.apply(seen)).map(seen::withSurroundings);
        }
    }

    /** Only where what is seen already asks for it. */
    record OnlyIf(Predicate<Observed> wanted, List<Describe> describe) implements Describe {
        @Override
        public Uni<Observed> add(Observed seen, RecentViews recent) {
            return wanted.test(seen)
                    ? Describe.all(describe, seen, recent)
                    : Uni.createFrom().item(seen);
        }
    }

    /** Whether other restores may make room. */
    record AtOthers(RestoreId than) implements Describe {
        @Override
        public Uni<Observed> add(Observed seen, RecentViews recent) {
            return OthersAtWork.than(than, recent.ports())
                    .map(others -> seen.withSurroundings(seen.surroundings().with(others)));
        }
    }

    /** Whether a password of somebody else is staged in a secret. */
    record AtMasterSecret(String secret) implements Describe {
        @Override
        public Uni<Observed> add(Observed seen, RecentViews recent) {
            return recent.ports().masterSecrets().staged(secret).map(seen::withStaged);
        }
    }

    /** What came of a database job. */
    record AtJobResult(DatabaseJob job) implements Describe {
        @Override
        public Uni<Observed> add(Observed seen, RecentViews recent) {
            return recent.report(job).map(seen::withReport);
        }
    }

    /** Whether the work of a job was done by one before it, so that it need not be sent. */
    record AtUnsentJob(DatabaseJob job) implements Describe {
        @Override
        public Uni<Observed> add(Observed seen, RecentViews recent) {
            return Uni.createFrom().item(seen.withReport(recent.reportOfUnsent(job)));
        }
    }

    /** Looked at only once the job's result is there: until then nothing is decided by it. */
    record OnceReported(List<Describe> describe) implements Describe {
        @Override
        public Uni<Observed> add(Observed seen, RecentViews recent) {
            return seen.report().isPresent()
                    ? Describe.all(describe, seen, recent)
                    : Uni.createFrom().item(seen);
        }
    }

    /** All manual snapshots of the home region, copies in progress among them. */
    record AtManualSnapshots() implements Describe {
        @Override
        public Uni<Observed> add(Observed seen, RecentViews recent) {
            return recent.aurora().manualSnapshots().map(seen::withSnapshots);
        }
    }

    /** All instances of a cluster. */
    record AtInstancesOf(String cluster) implements Describe {
        @Override
        public Uni<Observed> add(Observed seen, RecentViews recent) {
            return recent.instancesOf(cluster).map(seen::withInstances);
        }
    }
}
