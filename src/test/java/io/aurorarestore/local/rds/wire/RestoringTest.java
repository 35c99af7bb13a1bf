package io.aurorarestore.local.rds.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.rds.Group;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.Filter;
import software.amazon.awssdk.services.rds.model.Tag;

class RestoringTest {

    private static final String KEY = "arn:aws:kms:us-east-1:123456789012:key/ours";

    private final WireRds here = new WireRds();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void a_cluster_is_restored_gets_an_instance_and_is_renamed_as_time_passes() {
        here.restore("drill");
        assertThat(here.cluster("drill").status()).isEqualTo("creating");
        here.pass(Duration.ofMinutes(5));
        assertThat(here.cluster("drill").status()).isEqualTo("available");

        here.create("drill-1", "drill");
        assertThat(here.instance("drill-1").dbInstanceStatus()).isEqualTo("creating");
        here.pass(Duration.ofMinutes(4));
        assertThat(here.instance("drill-1").dbInstanceStatus()).isEqualTo("available");

        String resource = here.cluster("drill").dbClusterResourceId();
        here.east.modifyDBCluster(modify -> modify.dbClusterIdentifier("drill")
                .newDBClusterIdentifier("live")
                .applyImmediately(true));
        assertThat(here.cluster("drill").status()).isEqualTo("renaming");
        here.pass(Duration.ofMinutes(1));
        assertThat(here.cluster("live").dbClusterResourceId()).isEqualTo(resource);
        assertThat(here.cluster("live").dbClusterArn()).endsWith(":cluster:live");
        assertThat(here.told()).containsExactly("RDS-EVENT-0170", "RDS-EVENT-0005", "RDS-EVENT-0172");
    }

    @Test
    void a_cluster_is_described_as_it_was_asked_for() {
        here.rds.region("us-east-1").groups().add(Group.Kind.CLUSTER_PARAMETER, "tuned", "aurora-postgresql17");
        here.rds.region("us-east-1").groups().add(Group.Kind.SUBNET, "private", "");
        here.east.restoreDBClusterFromSnapshot(restore -> restore.dbClusterIdentifier("Drill")
                .snapshotIdentifier(WireRds.SNAPSHOT_ARN)
                .engine("aurora-postgresql")
                .engineVersion("17.5")
                .kmsKeyId(KEY)
                .dbSubnetGroupName("private")
                .dbClusterParameterGroupName("tuned")
                .vpcSecurityGroupIds("sg-1", "sg-2")
                .enableIAMDatabaseAuthentication(true)
                .enableCloudwatchLogsExports("postgresql")
                .serverlessV2ScalingConfiguration(
                        scale -> scale.minCapacity(0.5).maxCapacity(8.0))
                .deletionProtection(true)
                .copyTagsToSnapshot(true)
                .tags(tag("team", "orders"), tag("empty", "")));

        DBCluster drill = here.cluster("drill");

        assertThat(drill.engineVersion()).isEqualTo("17.5");
        assertThat(drill.kmsKeyId()).isEqualTo(KEY);
        assertThat(drill.storageEncrypted()).isTrue();
        assertThat(drill.dbSubnetGroup()).isEqualTo("private");
        assertThat(drill.dbClusterParameterGroup()).isEqualTo("tuned");
        assertThat(drill.vpcSecurityGroups())
                .extracting(group -> group.vpcSecurityGroupId())
                .containsExactly("sg-1", "sg-2");
        assertThat(drill.iamDatabaseAuthenticationEnabled()).isTrue();
        assertThat(drill.enabledCloudwatchLogsExports()).containsExactly("postgresql");
        assertThat(drill.serverlessV2ScalingConfiguration().maxCapacity()).isEqualTo(8.0);
        assertThat(drill.deletionProtection()).isTrue();
        assertThat(drill.copyTagsToSnapshot()).isTrue();
        assertThat(drill.tagList()).containsExactly(tag("empty", ""), tag("team", "orders"));
        assertThat(drill.clusterCreateTime()).isEqualTo(WireRds.START);
        assertThat(drill.masterUsername()).isEqualTo("postgres");
        assertThat(drill.databaseName()).isEqualTo("orders");
    }

    @Test
    void an_instance_is_described_with_its_cluster() {
        here.create("reader", "orders");

        DBInstance reader = here.instance("reader");

        assertThat(reader.dbClusterIdentifier()).isEqualTo("orders");
        assertThat(reader.dbInstanceClass()).isEqualTo("db.r6g.large");
        assertThat(reader.engineVersion()).isEqualTo("17.4");
        assertThat(reader.endpoint().address()).isEqualTo("reader.local.us-east-1.rds.localhost");
        assertThat(reader.endpoint().port()).isEqualTo(here.cluster("orders").port());
        assertThat(here.cluster("orders").dbClusterMembers())
                .extracting(DBClusterMember::dbInstanceIdentifier)
                .containsExactly("orders-writer", "reader");
        assertThat(here.cluster("orders").dbClusterMembers())
                .extracting(DBClusterMember::isClusterWriter)
                .containsExactly(true, false);
    }

    @Test
    void instances_are_found_by_their_cluster_and_clusters_by_their_resource() {
        here.restore("drill");
        here.settle();
        here.create("drill-1", "drill");

        assertThat(here.east
                        .describeDBInstances(all -> all.filters(Filter.builder()
                                .name("db-cluster-id")
                                .values("drill", "nobody")
                                .build()))
                        .dbInstances())
                .extracting(DBInstance::dbInstanceIdentifier)
                .containsExactly("drill-1");
        assertThat(here.east
                        .describeDBClusters(all -> all.filters(Filter.builder()
                                .name("db-cluster-resource-id")
                                .values(here.cluster("drill").dbClusterResourceId())
                                .build()))
                        .dbClusters())
                .extracting(DBCluster::dbClusterIdentifier)
                .containsExactly("drill");
    }

    @Test
    void a_password_reset_and_plain_settings_are_modifications() {
        here.east.modifyDBCluster(modify -> modify.dbClusterIdentifier("orders")
                .masterUserPassword("long-enough")
                .backupRetentionPeriod(7)
                .vpcSecurityGroupIds("sg-9"));

        assertThat(here.cluster("orders").status()).isEqualTo("resetting-master-credentials");
        assertThat(here.cluster("orders").backupRetentionPeriod()).isEqualTo(7);
        here.settle();
        assertThat(here.cluster("orders").status()).isEqualTo("available");
        assertThat(here.told()).containsExactly("RDS-EVENT-0016");
    }

    @Test
    void a_rename_that_waits_for_the_maintenance_window_is_pending() {
        here.east.modifyDBCluster(modify -> modify.dbClusterIdentifier("orders").newDBClusterIdentifier("later"));
        here.settle();

        assertThat(here.cluster("orders").pendingModifiedValues().dbClusterIdentifier())
                .isEqualTo("later");
        assertThatThrownBy(() -> here.cluster("later")).isInstanceOf(DbClusterNotFoundException.class);
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
