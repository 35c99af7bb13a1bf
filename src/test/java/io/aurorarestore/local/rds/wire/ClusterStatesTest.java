package io.aurorarestore.local.rds.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.aurorarestore.local.rds.SeedCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.rds.model.BlueGreenDeploymentNotFoundException;
import software.amazon.awssdk.services.rds.model.DBProxyTarget;
import software.amazon.awssdk.services.rds.model.DbProxyNotFoundException;
import software.amazon.awssdk.services.rds.model.Filter;
import software.amazon.awssdk.services.rds.model.GlobalClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.InvalidDbClusterStateException;
import software.amazon.awssdk.services.rds.model.RdsException;
import software.amazon.awssdk.services.rds.model.TargetType;

class ClusterStatesTest {

    private static final String ORDERS = "/_local/rds/clusters/us-east-1/orders";
    private static final String ARN = "arn:aws:rds:us-east-1:123456789012:cluster:orders";

    private final WireRds here = new WireRds();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void a_member_of_a_global_cluster_is_listed_there_in_every_region_and_cannot_be_deleted() {
        put(ORDERS, "{'globalCluster':'world'}");
        here.east.deleteDBInstance(delete -> delete.dbInstanceIdentifier("orders-writer"));

        var world = here.west.describeGlobalClusters().globalClusters().get(0);

        assertThat(world.globalClusterIdentifier()).isEqualTo("world");
        assertThat(world.engine()).isEqualTo("aurora-postgresql");
        assertThat(world.globalClusterMembers())
                .extracting(member -> member.dbClusterArn(), member -> member.isWriter())
                .containsExactly(tuple(ARN, true));
        assertThatThrownBy(this::deleteOrders)
                .isInstanceOf(InvalidDbClusterStateException.class)
                .hasMessageContaining("part of a global cluster");
        put(ORDERS, "{'globalCluster':null}");
        deleteOrders();
    }

    @Test
    void members_in_other_regions_read_what_the_oldest_one_writes() {
        var later = SeedCluster.of("replica", WireRds.VOLUME, WireRds.START.plusSeconds(1));
        here.rds.region("us-west-2").seed().cluster(later);
        here.rds.region("us-west-2").seed().of("replica").globalCluster("world");
        put(ORDERS, "{'globalCluster':'world'}");

        var world = here.east
                .describeGlobalClusters(all -> all.globalClusterIdentifier("world"))
                .globalClusters()
                .get(0);

        assertThat(world.globalClusterMembers())
                .extracting(
                        member -> member.isWriter(), member -> member.readers().size())
                .containsExactly(tuple(true, 1), tuple(false, 0));
    }

    @Test
    void a_proxy_tracks_its_cluster_and_its_instances() {
        put(ORDERS, "{'proxy':'pool'}");

        var proxy = here.east.describeDBProxies(all -> {}).dbProxies().get(0);
        var targets =
                here.east.describeDBProxyTargets(of -> of.dbProxyName("pool")).targets();

        assertThat(proxy.dbProxyName()).isEqualTo("pool");
        assertThat(proxy.dbProxyArn()).startsWith("arn:aws:rds:us-east-1:123456789012:db-proxy:prx-");
        assertThat(proxy.vpcId()).isEqualTo("vpc-0a1b2c3d4e5f60718");
        assertThat(targets)
                .extracting(DBProxyTarget::type, DBProxyTarget::rdsResourceId, DBProxyTarget::trackedClusterId)
                .containsExactly(
                        tuple(TargetType.TRACKED_CLUSTER, "orders", null),
                        tuple(TargetType.RDS_INSTANCE, "orders-writer", "orders"));
    }

    @Test
    void a_blue_green_deployment_has_its_cluster_as_the_source() {
        put(ORDERS, "{'blueGreen':'upgrade'}");

        var deployment = here.east
                .describeBlueGreenDeployments(all ->
                        all.filters(Filter.builder().name("source").values(ARN).build()))
                .blueGreenDeployments()
                .get(0);

        assertThat(deployment.source()).isEqualTo(ARN);
        assertThat(deployment.blueGreenDeploymentName()).isEqualTo("upgrade");
        assertThat(deployment.blueGreenDeploymentIdentifier()).startsWith("bgd-");
        assertThat(deployment.status()).isEqualTo("AVAILABLE");
        assertThat(deployment.target()).contains("orders-green-");
    }

    @Test
    void a_cluster_has_custom_endpoints_besides_its_own() {
        put(ORDERS, "{'customEndpoint':'reports'}");

        var endpoints = here.east
                .describeDBClusterEndpoints(of -> of.dbClusterIdentifier("orders"))
                .dbClusterEndpoints();

        assertThat(endpoints)
                .extracting(one -> one.endpointType(), one -> one.dbClusterEndpointIdentifier())
                .containsExactlyInAnyOrder(tuple("WRITER", null), tuple("READER", null), tuple("CUSTOM", "reports"));
        assertThat(here.cluster("orders").customEndpoints()).containsExactly("reports");
        assertThat(here.east
                        .describeDBClusterEndpoints(of -> of.filters(Filter.builder()
                                .name("db-cluster-endpoint-type")
                                .values("custom")
                                .build()))
                        .dbClusterEndpoints())
                .hasSize(1);
    }

    @Test
    void a_stopped_cluster_is_stopped_with_its_instances_until_it_is_started() {
        put(ORDERS, "{'stopped':true}");

        assertThat(here.cluster("orders").status()).isEqualTo("stopped");
        assertThat(here.instance("orders-writer").dbInstanceStatus()).isEqualTo("stopped");
        assertThat(here.told()).isEmpty();
        here.east.startDBCluster(start -> start.dbClusterIdentifier("orders"));
        here.settle();
        assertThat(here.cluster("orders").status()).isEqualTo("available");
    }

    @Test
    void a_protected_cluster_is_not_deleted() {
        here.east.deleteDBInstance(delete -> delete.dbInstanceIdentifier("orders-writer"));
        put(ORDERS, "{'deletionProtection':true}");

        assertThatThrownBy(this::deleteOrders).hasMessageContaining("Cannot delete protected Cluster");
        put(ORDERS, "{'deletionProtection':false}");
        deleteOrders();
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThatThrownBy(() -> here.east.describeGlobalClusters(all -> all.globalClusterIdentifier("x")))
                .isInstanceOf(GlobalClusterNotFoundException.class);
        assertThatThrownBy(() -> here.east.describeDBProxyTargets(of -> of.dbProxyName("x")))
                .isInstanceOf(DbProxyNotFoundException.class);
        assertThatThrownBy(
                        () -> here.east.describeBlueGreenDeployments(all -> all.blueGreenDeploymentIdentifier("bgd-x")))
                .isInstanceOf(BlueGreenDeploymentNotFoundException.class);
        assertThatThrownBy(() -> here.east.describeDBClusterEndpoints(of -> of.dbClusterIdentifier("x")))
                .isInstanceOfSatisfying(
                        RdsException.class,
                        error -> assertThat(error.statusCode()).isEqualTo(404));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "orders | {}                         | give a JSON object",
                "orders | [true]                     | must be a JSON object",
                "orders | {'stoped':true}            | unknown field stoped; there is: blueGreen",
                "orders | {'stopped':'yes'}          | stopped must be true or false",
                "orders | {'proxy':true}             | proxy must be a name or null",
                "nobody | {'proxy':'pool'}           | DBCluster nobody not found.",
            })
    void a_wrong_state_is_told_what_is_wrong(String cluster, String body, String description) {
        var answer = here.http.post("/_local/rds/clusters/us-east-1/" + cluster, body.replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(description);
    }

    private void put(String path, String body) {
        assertThat(here.http.post(path, body.replace('\'', '"')).statusCode()).isEqualTo(200);
    }

    private void deleteOrders() {
        here.east.deleteDBCluster(delete -> delete.dbClusterIdentifier("orders").skipFinalSnapshot(true));
    }
}
