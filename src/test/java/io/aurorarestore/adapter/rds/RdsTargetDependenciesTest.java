package io.aurorarestore.adapter.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.Capability;
import io.aurorarestore.model.aws.CustomEndpoint;
import io.aurorarestore.model.aws.ReplicaScaling;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.aws.ZeroEtlIntegration;
import io.aurorarestore.port.CallFailedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RdsTargetDependenciesTest {

    private static final TargetDependencies.Query ALL = new TargetDependencies.Query(
            "orders",
            Optional.of(LocalRds.ORDERS_ARN),
            Optional.of("private"),
            Optional.of("orders-cluster"),
            Set.of("orders-instance"),
            Optional.empty(),
            false);

    private final LocalRds here = new LocalRds();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void around_a_plain_cluster_there_is_nothing_but_room() {
        TargetDependencies around = here.around(new TargetDependencies.Query(
                "orders", ALL.target(), Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), false));

        assertThat(around)
                .isEqualTo(new TargetDependencies(
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        around.rooms(),
                        Map.of(),
                        List.of(),
                        false,
                        ReplicaScaling.NONE));
        assertThat(around.rooms())
                .isEqualTo(Map.of("DBClusters", 38L, "DBInstances", 39L, "ManualClusterSnapshots", 99L));
    }

    @Test
    void everything_that_belongs_to_the_target_is_seen() {
        entangle("orders");

        TargetDependencies around = here.around(ALL);

        assertThat(around.globalCluster()).contains("world");
        assertThat(around.proxies()).containsExactly("pool");
        assertThat(around.blueGreenDeployments()).containsExactly("upgrade");
        assertThat(around.customEndpoints())
                .containsExactly(new CustomEndpoint("reports", "ANY", List.of(), List.of()));
        assertThat(around.integrations()).extracting(ZeroEtlIntegration::name).containsExactly("warehouse");
    }

    @Test
    void just_what_the_target_belongs_to_can_be_asked_for() {
        entangle("orders");
        here.refuse("DescribeAccountAttributes", RdsError.throttled());

        TargetDependencies around = here.around(TargetDependencies.Query.attached("orders", LocalRds.ORDERS_ARN));

        assertThat(around)
                .isEqualTo(TargetDependencies.attached(Optional.of("world"), List.of("pool"), List.of("upgrade")));
    }

    @Test
    void others_are_at_work_while_they_have_what_is_not_promoted_or_a_cluster_is_deleted() {
        RestoreId mine = RestoreId.of("mine");
        assertThat(LocalRds.await(here.aurora.othersAtWork(mine))).isFalse();

        here.home().tags().add(TestData.HOME.clusterArn("another"), Ownership.tags(mine));
        assertThat(LocalRds.await(here.aurora.othersAtWork(mine))).isFalse();
        assertThat(LocalRds.await(here.aurora.othersAtWork(RestoreId.of("yours"))))
                .isTrue();

        here.home().tags().add(TestData.HOME.clusterArn("another"), Map.of(Ownership.STATE_TAG, Ownership.LIVE));
        assertThat(LocalRds.await(here.aurora.othersAtWork(RestoreId.of("yours"))))
                .isFalse();

        LocalRds.await(here.control.deleteCluster("another", false));
        assertThat(LocalRds.await(here.aurora.othersAtWork(mine))).isTrue();
    }

    @Test
    void who_has_set_a_cluster_aside_is_known_by_its_tag() {
        RestoreId mine = RestoreId.of("mine");
        assertThat(LocalRds.await(here.aurora.setAsideBy())).isEmpty();

        here.home().tags().add(TestData.HOME.clusterArn("another"), Map.of(Ownership.SET_ASIDE_TAG, mine.value()));
        assertThat(LocalRds.await(here.aurora.setAsideBy())).containsExactly(mine);

        here.home().tags().add(TestData.HOME.clusterArn("another"), Map.of(Ownership.SET_ASIDE_TAG, "no id of ours"));
        assertThat(LocalRds.await(here.aurora.setAsideBy())).isEmpty();
    }

    @Test
    void others_are_at_work_while_they_copy_a_snapshot() {
        Map<String, String> yours = Ownership.tags(RestoreId.of("yours"));
        LocalRds.await(here.control.snapshotCluster("ar-copy", "orders", yours));

        assertThat(LocalRds.await(here.aurora.othersAtWork(RestoreId.of("mine"))))
                .isTrue();
        assertThat(LocalRds.await(here.aurora.othersAtWork(RestoreId.of("yours"))))
                .isFalse();
    }

    @Test
    void what_belongs_to_another_cluster_is_not_in_the_way() {
        entangle("another");

        TargetDependencies around = here.around(ALL);

        assertThat(around.globalCluster()).isEmpty();
        assertThat(around.proxies()).isEmpty();
        assertThat(around.blueGreenDeployments()).isEmpty();
        assertThat(around.customEndpoints()).isEmpty();
        assertThat(around.integrations()).isEmpty();
    }

    @Test
    void without_a_target_only_groups_and_quotas_are_looked_at() {
        entangle("orders");
        for (String operation : List.of("DescribeGlobalClusters", "DescribeDBProxies", "DescribeDBClusterEndpoints")) {
            here.refuse(operation, RdsError.throttled());
        }

        TargetDependencies around = here.around(new TargetDependencies.Query(
                "orders", Optional.empty(), ALL.subnetGroup(), Optional.empty(), Set.of(), Optional.empty(), false));

        assertThat(around.globalCluster()).isEmpty();
        assertThat(around.vpcs()).isEqualTo(Map.of("private", "vpc-2"));
    }

    @Test
    void groups_are_seen_with_their_vpc_and_family() {
        TargetDependencies around = here.around(ALL);

        assertThat(around.vpcs()).isEqualTo(Map.of("private", "vpc-2"));
        assertThat(around.families())
                .isEqualTo(Map.of(
                        "cluster/orders-cluster", "aurora-postgresql17",
                        "instance/orders-instance", "aurora-postgresql16"));
    }

    @Test
    void groups_that_there_are_not_are_missing() {
        TargetDependencies around = here.around(new TargetDependencies.Query(
                "orders",
                ALL.target(),
                Optional.of("x"),
                Optional.of("orders-instance"),
                Set.of("z"),
                Optional.empty(),
                false));

        assertThat(around.vpcs()).isEmpty();
        assertThat(around.families()).isEmpty();
    }

    @Test
    void what_can_be_had_is_told_of_the_version_the_classes_and_the_authorities() {
        assertThat(offers("17.4", "db.r7g.large", "rds-ca-rsa2048-g1"))
                .isEqualTo(Map.of(
                        "version", true,
                        "version/local write forwarding", true,
                        "class/db.r7g.large", true,
                        "class/db.r7g.large/storage type aurora-iopt1", true,
                        "class/db.r7g.large/the Data API", true,
                        "class/db.r7g.large/availability zone us-east-1c", true,
                        "certificate/rds-ca-rsa2048-g1", true));
    }

    @Test
    void what_cannot_be_had_is_told_as_well() {
        assertThat(offers("15.1", "db.t4g.medium", "rds-ca-2019"))
                .containsEntry("version", true)
                .containsEntry("version/local write forwarding", false)
                .containsEntry("class/db.t4g.medium", true)
                .containsEntry("class/db.t4g.medium/storage type aurora-iopt1", false)
                .containsEntry("class/db.t4g.medium/the Data API", false)
                .containsEntry("certificate/rds-ca-2019", false);
        assertThat(offers("17.4", "db.x2g.large", "rds-ca-rsa2048-g1"))
                .containsEntry("class/db.x2g.large/availability zone us-east-1c", false);
        assertThat(offers("17.99", "db.r4.large", "rds-ca-rsa2048-g1"))
                .isEqualTo(Map.of("version", false, "class/db.r4.large", false, "certificate/rds-ca-rsa2048-g1", true));
    }

    @Test
    void what_an_old_cluster_is_made_of_is_asked_for_by_its_own_version() {
        TargetDependencies.Product old = new TargetDependencies.Product(
                "aurora-postgresql",
                "13.9",
                Set.of("db.x2g.large"),
                Set.of(),
                Set.of(Capability.STORAGE + "aurora-iopt1"),
                Optional.empty(),
                Optional.empty());

        assertThat(offers("17.4", "db.r7g.large", "rds-ca-rsa2048-g1", Optional.of(old)))
                .containsEntry("class/db.r7g.large/storage type aurora-iopt1", true)
                .containsEntry("remade/version", true)
                .containsEntry("remade/class/db.x2g.large", true)
                .containsEntry("remade/class/db.x2g.large/storage type aurora-iopt1", false);
    }

    private Map<String, Boolean> offers(String version, String instanceClass, String certificate) {
        return offers(version, instanceClass, certificate, Optional.empty());
    }

    private Map<String, Boolean> offers(
            String version, String instanceClass, String certificate, Optional<TargetDependencies.Product> remade) {
        TargetDependencies.Product product = new TargetDependencies.Product(
                "aurora-postgresql",
                version,
                Set.of(instanceClass),
                Set.of(certificate),
                Set.of(
                        Capability.STORAGE + "aurora-iopt1",
                        Capability.DATA_API,
                        Capability.ZONE + "us-east-1c",
                        Capability.LOCAL_WRITE_FORWARDING),
                Optional.empty(),
                remade);
        return here.around(new TargetDependencies.Query(
                        "new",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Optional.of(product),
                        false))
                .offers();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DescribeGlobalClusters",
                "DescribeDBProxies",
                "DescribeDBProxyTargets",
                "DescribeBlueGreenDeployments",
                "DescribeDBClusterEndpoints",
                "DescribeIntegrations",
                "DescribeDBSubnetGroups",
                "DescribeDBClusterParameterGroups",
                "DescribeDBParameterGroups",
                "DescribeAccountAttributes"
            })
    void what_may_not_be_seen_is_as_good_as_nothing_and_the_rest_is_seen(String operation) {
        entangle("orders");
        int all = found(here.around(ALL));

        here.refuse(operation, new RdsError("AccessDenied", 403, "not authorized to perform: rds:" + operation));

        assertThat(found(here.around(ALL))).isEqualTo(all - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DescribeGlobalClusters",
                "DescribeDBProxies",
                "DescribeDBProxyTargets",
                "DescribeBlueGreenDeployments",
                "DescribeDBClusterEndpoints",
                "DescribeIntegrations",
                "DescribeDBSubnetGroups",
                "DescribeDBClusterParameterGroups",
                "DescribeDBParameterGroups",
                "DescribeAccountAttributes"
            })
    void what_is_throttled_is_looked_at_again_and_not_taken_for_nothing(String operation) {
        entangle("orders");
        here.refuse(operation, RdsError.throttled());

        CallFailedException failed = catchThrowableOfType(CallFailedException.class, () -> here.around(ALL));

        assertThat(failed.kind()).isEqualTo(CallFailedException.Kind.RETRY);
    }

    /** How many kinds of things were found. */
    private static int found(TargetDependencies around) {
        return around.globalCluster().map(name -> 1).orElse(0)
                + around.proxies().size()
                + around.blueGreenDeployments().size()
                + around.customEndpoints().size()
                + around.integrations().size()
                + around.vpcs().size()
                + around.families().size()
                + Math.min(1, around.rooms().size());
    }

    private void entangle(String cluster) {
        here.home()
                .seed()
                .of(cluster)
                .globalCluster("world")
                .proxy("pool")
                .blueGreen("upgrade")
                .integration("warehouse")
                .customEndpoint("reports");
    }
}
