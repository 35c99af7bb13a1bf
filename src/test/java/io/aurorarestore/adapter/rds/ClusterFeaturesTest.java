package io.aurorarestore.adapter.rds;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.aws.ClusterFeature;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rds.model.DBCluster;

class ClusterFeaturesTest {

    @Test
    void a_cluster_without_a_subnet_group_is_of_express_configuration() {
        assertThat(features(cluster -> cluster)).containsExactly(ClusterFeature.EXPRESS);
    }

    @Test
    void one_in_a_vpc_is_not_nor_one_that_is_being_created() {
        assertThat(features(cluster -> cluster.dbSubnetGroup("default"))).isEmpty();
        assertThat(features(cluster -> cluster.status("creating"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"started", "starting"})
    void an_activity_stream_is_seen_as_long_as_it_runs(String status) {
        assertThat(features(cluster -> cluster.dbSubnetGroup("default").activityStreamStatus(status)))
                .containsExactly(ClusterFeature.ACTIVITY_STREAM);
        assertThat(features(cluster -> cluster.dbSubnetGroup("default").activityStreamStatus("stopped")))
                .isEmpty();
    }

    @Test
    void limitless_is_seen_by_its_scalability_type() {
        assertThat(features(cluster -> cluster.dbSubnetGroup("default").clusterScalabilityType("limitless")))
                .containsExactly(ClusterFeature.LIMITLESS);
    }

    @Test
    void a_multi_az_cluster_of_rds_is_no_aurora() {
        assertThat(features(cluster -> cluster.dbSubnetGroup("default").engine("postgres")))
                .containsExactly(ClusterFeature.NOT_AURORA);
        assertThat(features(cluster -> cluster.dbSubnetGroup("default").engine("aurora-postgresql")))
                .isEmpty();
    }

    private static Set<ClusterFeature> features(UnaryOperator<DBCluster.Builder> with) {
        DBCluster.Builder plain = DBCluster.builder()
                .dbClusterIdentifier("orders")
                .dbClusterArn("arn:aws:rds:us-east-1:123456789012:cluster:orders")
                .status("available");
        return RdsMapper.cluster(with.apply(plain).build()).features();
    }
}
