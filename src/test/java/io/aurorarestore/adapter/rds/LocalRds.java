package io.aurorarestore.adapter.rds;

import io.aurorarestore.adapter.SharedTransport;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.LocalClients;
import io.aurorarestore.local.MasterUserSecrets;
import io.aurorarestore.local.front.CallCounter;
import io.aurorarestore.local.front.JsonService;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.rds.DataVolume;
import io.aurorarestore.local.rds.EmptyDataPlane;
import io.aurorarestore.local.rds.Group;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.local.rds.RdsOptions;
import io.aurorarestore.local.rds.RdsRegion;
import io.aurorarestore.local.rds.SeedCluster;
import io.aurorarestore.local.rds.SimulatedRds;
import io.aurorarestore.local.rds.wire.RdsService;
import io.aurorarestore.local.services.autoscaling.ScalableTargets;
import io.aurorarestore.local.services.secrets.SecretsManager;
import io.aurorarestore.local.time.VirtualTimeline;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.aws.TargetDependencies;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingAsyncClient;
import software.amazon.awssdk.services.rds.RdsAsyncClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Filter;

/** The simulated RDS behind our adapters, by the real SDK: {@code orders} with its writer and a snapshot is there. */
final class LocalRds implements AutoCloseable {

    static final String ORDERS_ARN = TestData.HOME.clusterArn("orders");

    final EmptyDataPlane data;
    private final VirtualTimeline time;
    private final SimulatedRds rds;
    private final LocalEndpoint endpoint = new LocalEndpoint(0, "-Dlocal.port");
    /** That have come over the wire. */
    final CallCounter calls = new CallCounter();

    private final RdsAsyncClient client =
            new LocalClients(endpoint).async(TestData.HOME.region(), RdsAsyncClient.builder());
    private final RdsClients clients = new RdsClients(TestData.HOME, client, new SharedTransport());
    final JsonService scalableTargets;
    private final ApplicationAutoScalingAsyncClient autoScaling =
            new LocalClients(endpoint).async(TestData.HOME.region(), ApplicationAutoScalingAsyncClient.builder());
    final RdsAurora aurora = new RdsAurora(clients, new ScalingTargets(autoScaling));
    final RdsAuroraControl control = new RdsAuroraControl(clients);

    LocalRds() {
        this(new VirtualTimeline(TestData.NOW), new EmptyDataPlane());
    }

    private LocalRds(VirtualTimeline time, EmptyDataPlane data) {
        this(
                new SimulatedRds(
                        TestData.HOME.account(),
                        time,
                        data,
                        new MasterUserSecrets(new SecretsManager(Clock.systemUTC())),
                        event -> {},
                        new Random(1),
                        RdsOptions.defaults()),
                time,
                data);
        DataVolume volume = DataVolume.postgresql("17.4", "postgres", "orders");
        home().seed().cluster(SeedCluster.of("orders", volume, TestData.NOW, "orders-writer"));
        home().seed().cluster(SeedCluster.of("another", volume, TestData.NOW));
        home().seed().snapshot("orders-1", "orders", TestData.NOW);
        home().groups().addSubnets("private", "vpc-2");
        home().groups().add(Group.Kind.CLUSTER_PARAMETER, "orders-cluster", "aurora-postgresql17");
        home().groups().add(Group.Kind.PARAMETER, "orders-instance", "aurora-postgresql16");
    }

    /** An RDS that is somebody else's. */
    LocalRds(SimulatedRds rds, VirtualTimeline time) {
        this(rds, time, new EmptyDataPlane());
    }

    private LocalRds(SimulatedRds rds, VirtualTimeline time, EmptyDataPlane data) {
        this.rds = rds;
        this.time = time;
        this.data = data;
        endpoint.filter(calls);
        endpoint.serve("rds", RdsService.of(rds));
        this.scalableTargets = new ScalableTargets(time::now).service();
        endpoint.serve("application-autoscaling", scalableTargets);
        endpoint.start();
    }

    /** All that RDS shows. */
    DBCluster described(String name) {
        return client.describeDBClusters(ask -> ask.dbClusterIdentifier(name))
                .join()
                .dbClusters()
                .get(0);
    }

    List<DBInstance> instancesDescribed(String cluster) {
        return client.describeDBInstances(ask -> ask.filters(
                        Filter.builder().name("db-cluster-id").values(cluster).build()))
                .join()
                .dbInstances();
    }

    RdsRegion home() {
        return rds.region(TestData.HOME.region());
    }

    void refuse(String operation, RdsError error) {
        rds.faults().add(operation, error, 1);
    }

    /** Does it, and lets everything that has begun end. */
    void done(Uni<Void> change) {
        await(change);
        pass(Duration.ofHours(1));
    }

    void pass(Duration some) {
        time.advance(some);
    }

    Cluster cluster(String name) {
        return found(name).orElseThrow();
    }

    Optional<Cluster> found(String name) {
        return await(aurora.clusters(List.of(name))).stream().findFirst();
    }

    Instance instance(String cluster, String name) {
        return await(aurora.instancesOf(cluster)).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Snapshot snapshot(String id) {
        return await(aurora.snapshot(TestData.HOME.region(), id)).orElseThrow();
    }

    TargetDependencies around(TargetDependencies.Query query) {
        return await(aurora.surroundings(query));
    }

    static <T> T await(Uni<T> work) {
        return work.await().indefinitely();
    }

    @Override
    public void close() {
        client.close();
        autoScaling.close();
        endpoint.close();
    }
}
