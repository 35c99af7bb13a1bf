package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbInstance;
import io.aurorarestore.local.rds.DbSnapshot;
import java.util.List;
import java.util.Optional;

/** What is or was in a region. */
interface View {

    List<DbCluster> clusters();

    List<DbInstance> instances();

    List<DbSnapshot> snapshots();

    Optional<DbCluster> cluster(String nameOrArn);

    Optional<DbCluster> clusterById(String resourceId);

    Optional<DbInstance> instance(String nameOrArn);

    List<DbInstance> instancesOf(String cluster);

    Optional<DbSnapshot> snapshot(String idOrArn);
}
