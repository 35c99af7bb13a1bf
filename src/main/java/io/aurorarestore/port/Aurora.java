package io.aurorarestore.port;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.aws.SourceCluster;
import io.aurorarestore.model.aws.TargetDependencies;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Describes RDS as it is now: the truth that events only hint at. All calls fail with {@link CallFailedException}. */
public interface Aurora {

    /** A cluster snapshot by id or ARN, manual, automated or shared. */
    Uni<Optional<Snapshot>> snapshot(String region, String idOrArn);

    /** All the snapshots of a cluster, in no order. */
    Uni<List<Snapshot>> snapshotsOf(String region, String cluster);

    /**
     * The cluster that is meant, or, where that is deleted, those of this name or id whose automated backups are kept.
     *
     * @param clones whether to count those that share its volume
     */
    Uni<List<SourceCluster>> sourceClusters(ClusterKey cluster, boolean clones);

    /** Those of these names that there are, as they are at one moment. */
    Uni<List<Cluster>> clusters(List<String> names);

    Uni<List<Instance>> instancesOf(String cluster);

    /** All manual ones of the home region. */
    Uni<List<Snapshot>> manualSnapshots();

    /**
     * Whether room may become free: another restore has something that it has not promoted or given back yet, or a
     * cluster is being deleted.
     */
    Uni<Boolean> othersAtWork(RestoreId restore);

    /** The restores that have set a cluster aside which is still there: to keep it, or to delete it once they are done. */
    Uni<Set<RestoreId>> setAsideBy();

    /** What could be in a restore's way. */
    Uni<TargetDependencies> surroundings(TargetDependencies.Query query);
}
