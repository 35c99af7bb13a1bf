package io.aurorarestore.model.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PredecessorTest {

    private static final Instance WRITER = instance("b-writer", "db.r7g.xlarge");
    private static final Instance READER = instance("a-reader", "db.r7g.large");
    private static final Instance FRESH = instance("c-fresh", "db.r7g.2xlarge");

    @Test
    void its_instances_are_known_the_writer_first_whatever_order_they_are_seen_in() {
        Predecessor old = Predecessor.of(cluster(ClusterSettings.NONE, Map.of()), List.of(READER, WRITER));

        assertThat(old.instances()).extracting(Predecessor.Member::name).containsExactly("b-writer", "a-reader");
        assertThat(old.settings().instanceClasses()).contains(List.of("db.r7g.xlarge", "db.r7g.large"));
        assertThat(old.settings().readers()).contains(1);
    }

    @Test
    void an_instance_that_is_no_member_yet_is_not_taken_for_the_writer() {
        Predecessor old = Predecessor.of(cluster(ClusterSettings.NONE, Map.of()), List.of(FRESH, READER, WRITER));

        assertThat(old.instances())
                .extracting(Predecessor.Member::name)
                .containsExactly("b-writer", "a-reader", "c-fresh");
    }

    @Test
    void what_instances_have_is_taken_from_the_writer_and_the_rest_from_the_cluster() {
        ClusterSettings settings = ClusterSettings.builder()
                .with(ClusterSetting.PORT, 5433)
                .with(ClusterSetting.SUBNET_GROUP, "private")
                .with(ClusterSetting.DELETION_PROTECTION, true)
                .build();

        ClusterSettings taken = Predecessor.of(cluster(settings, Map.of()), List.of(READER, WRITER))
                .settings();

        assertThat(taken.instanceParameterGroup()).contains("of-b-writer");
        assertThat(taken.publiclyAccessible()).contains(false);
        assertThat(taken.caCertificate()).contains("rds-ca-ecc384-g1");
        assertThat(taken.port()).contains(5433);
        assertThat(taken.subnetGroup()).contains("private");
        assertThat(taken.deletionProtection()).contains(true);
    }

    @Test
    void its_tags_are_taken_but_neither_ours_nor_those_of_aws() {
        Map<String, String> tags = Map.of(
                "team",
                "orders",
                Ownership.ALLOWED_TAG,
                "true",
                Ownership.RESTORE_TAG,
                "abcdefghijkl",
                Ownership.STATE_TAG,
                Ownership.LIVE,
                Ownership.SET_ASIDE_TAG,
                "abcdefghijkl",
                "aws:cloudformation:stack-name",
                "orders");

        Predecessor old = Predecessor.of(cluster(ClusterSettings.NONE, tags), List.of());

        assertThat(old.tags()).isEqualTo(Map.of("team", "orders", Ownership.ALLOWED_TAG, "true"));
        assertThat(old.settings().tags()).contains(old.tags());
    }

    @Test
    void without_instances_it_says_nothing_of_classes() {
        Predecessor old = Predecessor.of(cluster(ClusterSettings.NONE, Map.of()), List.of());

        assertThat(old.settings().instanceClasses()).isEmpty();
        assertThat(old.settings().readers()).contains(0);
    }

    @Test
    void it_is_known_by_its_resource_id_whatever_its_name() {
        Cluster cluster = cluster(ClusterSettings.NONE, Map.of());
        Predecessor old = Predecessor.of(cluster, List.of(WRITER));

        assertThat(old.is(TestData.renamed(cluster, "another-name", Map.of()))).isTrue();
        assertThat(old.is(TestData.cluster(cluster.name(), "cluster-OTHER", "available", Map.of())))
                .isFalse();
        assertThat(old.has(WRITER)).isTrue();
        assertThat(old.has(READER)).isFalse();
        assertThat(old.kmsKeyId()).contains("key");
    }

    private static Cluster cluster(ClusterSettings settings, Map<String, String> tags) {
        return new Cluster(
                "orders-drill",
                TestData.HOME.clusterArn("orders-drill"),
                "cluster-OLD",
                "available",
                "postgres",
                new Endpoint("host", 5432),
                List.of("b-writer", "a-reader"),
                settings,
                Optional.of("key"),
                Optional.empty(),
                tags,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Instance instance(String name, String instanceClass) {
        return new Instance(
                name,
                TestData.HOME.instanceArn(name),
                "db-" + name,
                "available",
                instanceClass,
                ClusterSettings.builder()
                        .with(ClusterSetting.INSTANCE_PARAMETER_GROUP, "of-" + name)
                        .with(ClusterSetting.PUBLICLY_ACCESSIBLE, false)
                        .with(ClusterSetting.CA_CERTIFICATE, "rds-ca-ecc384-g1")
                        .build(),
                Map.of());
    }
}
