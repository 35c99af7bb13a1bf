package io.aurorarestore.adapter.rds;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Scaling;
import io.aurorarestore.port.InstanceSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a restore asks for is what RDS shows afterwards. */
class RestoredSettingsTest {

    private static final Map<String, String> TAGS = Map.of("team", "orders");

    private final LocalRds here = new LocalRds();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void a_cluster_is_restored_as_it_is_asked_for() {
        ClusterSettings asked = ClusterSettings.builder()
                .with(ClusterSetting.SERVERLESS_V2, new Scaling(0, 16, Optional.of(600)))
                .with(ClusterSetting.SUBNET_GROUP, "private")
                .with(ClusterSetting.SECURITY_GROUPS, List.of("sg-1", "sg-2"))
                .with(ClusterSetting.CLUSTER_PARAMETER_GROUP, "orders-cluster")
                .with(ClusterSetting.LOG_EXPORTS, List.of("postgresql"))
                .with(ClusterSetting.IAM_AUTHENTICATION, true)
                .build();

        Cluster restored = restored(asked);

        assertThat(restored.tags()).isEqualTo(TAGS);
        assertThat(restored.kmsKeyId()).isEmpty();
        assertThat(restored.settings().over(asked)).isEqualTo(asked.over(restored.settings()));
    }

    @Test
    void what_is_not_asked_for_is_left_to_rds_whose_default_groups_are_not_carried_over() {
        ClusterSettings settings = restored(ClusterSettings.NONE).settings();

        assertThat(settings.clusterParameterGroup()).isEmpty();
        assertThat(settings.serverlessV2()).isEmpty();
        assertThat(settings.logExports()).contains(List.of());
        assertThat(settings.subnetGroup()).contains("default");
        assertThat(settings.iamAuthentication()).contains(false);
    }

    @Test
    void protection_waits_until_after_the_pivot() {
        assertThat(restored(ClusterSettings.builder()
                                .with(ClusterSetting.DELETION_PROTECTION, true)
                                .build())
                        .isProtected())
                .isFalse();
    }

    @Test
    void an_unencrypted_snapshot_is_encrypted_by_restoring_it_with_a_key() {
        assertThat(restored(ClusterSettings.builder()
                                .with(ClusterSetting.KMS_KEY_ID, "mine")
                                .build())
                        .kmsKeyId())
                .contains("arn:aws:kms:us-east-1:123456789012:key/mine");
    }

    @Test
    void an_instance_is_created_as_it_is_asked_for() {
        ClusterSettings asked = ClusterSettings.builder()
                .with(ClusterSetting.INSTANCE_PARAMETER_GROUP, "orders-instance")
                .with(ClusterSetting.PUBLICLY_ACCESSIBLE, true)
                .with(ClusterSetting.CA_CERTIFICATE, "rds-ca-ecc384-g1")
                .build();

        Instance created = created(asked);

        assertThat(created.instanceClass()).isEqualTo("db.r7g.large");
        assertThat(created.settings().instanceParameterGroup()).contains("orders-instance");
        assertThat(created.settings().publiclyAccessible()).contains(true);
        assertThat(created.settings().caCertificate()).contains("rds-ca-ecc384-g1");
        assertThat(created.tags()).isEqualTo(TAGS);
    }

    @Test
    void the_default_parameter_group_of_an_instance_is_not_carried_over() {
        assertThat(created(ClusterSettings.NONE).settings().instanceParameterGroup())
                .isEmpty();
    }

    @Test
    void the_writer_is_the_first_member() {
        created(ClusterSettings.NONE);
        assertThat(here.cluster("orders").members()).containsExactly("orders-writer", "a-reader");
    }

    private Cluster restored(ClusterSettings asked) {
        here.done(here.control.restoreCluster("fresh", here.snapshot("orders-1"), asked, TAGS));
        return here.cluster("fresh");
    }

    private Instance created(ClusterSettings asked) {
        here.done(here.control.createInstance(
                new InstanceSpec("a-reader", "orders", "aurora-postgresql", "db.r7g.large", asked, TAGS)));
        return here.instance("orders", "a-reader");
    }
}
