package io.aurorarestore.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.settings.ArchiveMode;
import io.aurorarestore.model.settings.Certificate;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import io.aurorarestore.model.settings.Scaling;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request says besides target and source. */
class SettingsOfRequestsTest {

    private static final Retirement IN_A_WEEK = new Retirement(Optional.of(Duration.ofDays(7)));

    @Test
    void without_a_word_nothing_is_replaced_lost_or_only_tried() {
        RequestReader.Asked asked = read("");

        assertThat(asked.dryRun()).isFalse();
        assertThat(asked.request().replace()).isEqualTo(ReplaceMode.REFUSE);
        assertThat(asked.request().acceptDataLoss()).isFalse();
        assertThat(asked.request().settings()).isEqualTo(ClusterSettings.NONE);
    }

    @ParameterizedTest
    @CsvSource({"refuse,REFUSE", "swap,SWAP", "delete-first,DELETE_FIRST"})
    void what_becomes_of_a_cluster_of_the_targets_name_is_asked_for_in_a_word(String word, ReplaceMode meant) {
        assertThat(read(",'replace':'" + word + "'").request().replace()).isEqualTo(meant);
    }

    @Test
    void data_loss_is_accepted_and_a_dry_run_asked_for_by_flags() {
        RequestReader.Asked asked = read(",'acceptDataLoss':true,'dryRun':true");

        assertThat(asked.request().acceptDataLoss()).isTrue();
        assertThat(asked.dryRun()).isTrue();
    }

    @Test
    void what_becomes_of_the_old_cluster_stands_beside_or_among_the_settings() {
        ClusterSettings meant = ClusterSettings.builder()
                .with(ClusterSetting.FINAL_SNAPSHOT, true)
                .with(ClusterSetting.RETIREMENT, IN_A_WEEK)
                .build();

        assertThat(settings(",'finalSnapshot':true,'retirement':'delete-after: P7D'"))
                .isEqualTo(meant);
        assertThat(settings(",'settings':{'finalSnapshot':true,'retirement':'delete-after: P7D'}"))
                .isEqualTo(meant);
    }

    @Test
    void what_stands_beside_the_settings_is_over_what_stands_among_them() {
        assertThat(settings(",'retirement':'keep','settings':{'retirement':'delete'}")
                        .retirement())
                .contains(Retirement.KEEP);
    }

    @Test
    void every_setting_may_be_asked_for() {
        ClusterSettings asked = settings(",'settings':{" + String.join(",", EVERY) + "}");

        assertThat(asked)
                .isEqualTo(ClusterSettings.builder()
                        .with(ClusterSetting.INSTANCE_CLASS, "db.serverless")
                        .with(ClusterSetting.READERS, 2)
                        .with(ClusterSetting.SERVERLESS_V2, new Scaling(0, 16, Optional.of(600)))
                        .with(ClusterSetting.ENGINE_VERSION, "17.5")
                        .with(ClusterSetting.KMS_KEY_ID, "alias/orders")
                        .with(ClusterSetting.PORT, 5433)
                        .with(ClusterSetting.SUBNET_GROUP, "private")
                        .with(ClusterSetting.SECURITY_GROUPS, List.of("sg-1", "sg-2"))
                        .with(ClusterSetting.CLUSTER_PARAMETER_GROUP, "orders-cluster")
                        .with(ClusterSetting.INSTANCE_PARAMETER_GROUP, "orders-instance")
                        .with(ClusterSetting.PUBLICLY_ACCESSIBLE, false)
                        .with(ClusterSetting.CA_CERTIFICATE, "rds-ca-ecc384-g1")
                        .with(ClusterSetting.LOG_EXPORTS, List.of("postgresql"))
                        .with(ClusterSetting.IAM_AUTHENTICATION, true)
                        .with(ClusterSetting.DELETION_PROTECTION, true)
                        .with(ClusterSetting.BACKUP_RETENTION_DAYS, 7)
                        .with(ClusterSetting.BACKUP_WINDOW, "05:00-05:30")
                        .with(ClusterSetting.MAINTENANCE_WINDOW, "sun:06:00-sun:06:30")
                        .with(ClusterSetting.TAGS, Map.of("team", "orders"))
                        .with(ClusterSetting.MASTER_SECRET, "managed")
                        .with(ClusterSetting.ARCHIVE, ArchiveMode.DELETE)
                        .with(ClusterSetting.CERTIFICATE, Certificate.RENEW)
                        .with(ClusterSetting.RETIREMENT, Retirement.DELETE)
                        .with(ClusterSetting.FINAL_SNAPSHOT, false)
                        .build());
    }

    private static final List<String> EVERY = List.of(
            "'instanceClass':'db.serverless'",
            "'readers':2",
            "'serverlessV2':{'min':0,'max':16,'secondsUntilAutoPause':600}",
            "'engineVersion':'17.5'",
            "'kmsKeyId':'alias/orders'",
            "'port':5433",
            "'subnetGroup':'private'",
            "'securityGroups':['sg-1','sg-2']",
            "'clusterParameterGroup':'orders-cluster'",
            "'instanceParameterGroup':'orders-instance'",
            "'publiclyAccessible':false",
            "'caCertificate':'rds-ca-ecc384-g1'",
            "'logExports':['postgresql']",
            "'iamAuthentication':true",
            "'deletionProtection':true",
            "'backupRetentionDays':7",
            "'backupWindow':'05:00-05:30'",
            "'maintenanceWindow':'sun:06:00-sun:06:30'",
            "'tags':{'team':'orders'}",
            "'masterSecret':'managed'",
            "'archive':'delete'",
            "'certificate':'renew'",
            "'retirement':'delete'",
            "'finalSnapshot':false");

    private static ClusterSettings settings(String more) {
        return read(more).request().settings();
    }

    static RequestReader.Asked read(String more) {
        String json = "{'target':'orders-drill','source':{'cluster':'orders-prod'}" + more + "}";
        try {
            return new RequestReader(new Home("us-east-1", "123456789012"))
                    .read(new JsonMapper().readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
