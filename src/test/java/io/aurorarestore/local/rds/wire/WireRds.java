package io.aurorarestore.local.rds.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.LocalHttp;
import io.aurorarestore.local.MasterUserSecrets;
import io.aurorarestore.local.faults.RequestedFaults;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.rds.DataVolume;
import io.aurorarestore.local.rds.EmptyDataPlane;
import io.aurorarestore.local.rds.RdsOptions;
import io.aurorarestore.local.rds.RdsRegion;
import io.aurorarestore.local.rds.SeedCluster;
import io.aurorarestore.local.rds.SimulatedRds;
import io.aurorarestore.local.services.secrets.SecretsManager;
import io.aurorarestore.local.time.VirtualTimeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The simulated RDS behind a local endpoint, on virtual time and without data, in which {@code orders} with its writer
 * and its snapshot {@code orders-1} has always been there; AWS's own client talks to it.
 */
final class WireRds implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-24T10:11:12.345Z");
    static final String ACCOUNT = "123456789012";
    static final String SNAPSHOT_ARN = "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:orders-1";
    static final DataVolume VOLUME = DataVolume.postgresql("17.4", "postgres", "orders");

    final List<ObjectNode> events = new ArrayList<>();
    final SimulatedRds rds;
    final RdsClient east;
    final RdsClient west;
    final SecretsManagerClient secrets;
    final EmptyDataPlane data = new EmptyDataPlane();
    private final VirtualTimeline time = new VirtualTimeline(START);
    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    final LocalHttp http = new LocalHttp(endpoint);

    WireRds() {
        this(RdsOptions.defaults());
    }

    WireRds(RdsOptions options) {
        SecretsManager secretsManager = new SecretsManager(Clock.systemUTC());
        rds = new SimulatedRds(
                ACCOUNT, time, data, new MasterUserSecrets(secretsManager), events::add, new Random(1), options);
        seed(rds.region("us-east-1"));
        endpoint.serve("rds", RdsService.of(rds));
        endpoint.serve("secretsmanager", secretsManager.service());
        RequestedFaults.on(endpoint, rds.faults());
        ClusterStates.on(endpoint, rds);
        endpoint.start();
        east = client("us-east-1");
        west = client("us-west-2");
        secrets = new LocalClients(endpoint).in("us-east-1", SecretsManagerClient.builder());
    }

    private static void seed(RdsRegion region) {
        region.seed().cluster(SeedCluster.of("orders", VOLUME, START, "orders-writer"));
        region.seed().snapshot("orders-1", "orders", START);
    }

    private RdsClient client(String region) {
        return new LocalClients(endpoint).in(region, RdsClient.builder());
    }

    void pass(Duration duration) {
        time.advance(duration);
    }

    /** Lets everything that has begun end. */
    void settle() {
        time.advance(Duration.ofHours(1));
    }

    void restore(String cluster) {
        east.restoreDBClusterFromSnapshot(restore -> restore.dbClusterIdentifier(cluster)
                .snapshotIdentifier("orders-1")
                .engine("aurora-postgresql"));
    }

    void create(String instance, String cluster) {
        east.createDBInstance(create -> create.dbInstanceIdentifier(instance)
                .dbClusterIdentifier(cluster)
                .dbInstanceClass("db.r6g.large")
                .engine("aurora-postgresql"));
    }

    DBCluster cluster(String id) {
        return east.describeDBClusters(describe -> describe.dbClusterIdentifier(id))
                .dbClusters()
                .get(0);
    }

    DBInstance instance(String id) {
        return east.describeDBInstances(describe -> describe.dbInstanceIdentifier(id))
                .dbInstances()
                .get(0);
    }

    static DBClusterSnapshot snapshot(RdsClient client, String id) {
        return client.describeDBClusterSnapshots(describe -> describe.dbClusterSnapshotIdentifier(id))
                .dbClusterSnapshots()
                .get(0);
    }

    List<String> told() {
        return events.stream()
                .map(event -> event.at("/detail/EventID").asText())
                .toList();
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
