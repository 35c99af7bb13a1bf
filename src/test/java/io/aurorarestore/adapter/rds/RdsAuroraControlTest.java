package io.aurorarestore.adapter.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.MasterChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RdsAuroraControlTest {

    private static final String ROLE = "arn:aws:iam::123456789012:role/import";
    private static final ClusterSettings BACKUPS = ClusterSettings.builder()
            .with(ClusterSetting.BACKUP_RETENTION_DAYS, 14)
            .with(ClusterSetting.BACKUP_WINDOW, "05:00-05:30")
            .with(ClusterSetting.MAINTENANCE_WINDOW, "sun:06:00-sun:06:30")
            .build();

    private final LocalRds here = new LocalRds();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void a_rename_takes_the_cluster_with_it() {
        String resourceId = here.cluster("orders").resourceId();
        here.done(here.control.renameCluster("orders", "orders-old"));

        assertThat(here.found("orders")).isEmpty();
        assertThat(here.cluster("orders-old").resourceId()).isEqualTo(resourceId);
    }

    @Test
    void an_instance_and_then_its_cluster_are_deleted_without_a_snapshot() {
        here.done(here.control.deleteInstance("orders-writer"));
        assertThat(LocalRds.await(here.aurora.instancesOf("orders"))).isEmpty();

        here.done(here.control.deleteCluster("orders", false));

        assertThat(here.found("orders")).isEmpty();
        assertThat(LocalRds.await(here.aurora.snapshotsOf("us-east-1", "orders")))
                .hasSize(1);
        CallFailedException again = catchThrowableOfType(
                CallFailedException.class, () -> here.done(here.control.deleteCluster("orders", false)));
        assertThat(again.kind()).isEqualTo(CallFailedException.Kind.GONE);
    }

    @Test
    void the_automated_backups_of_a_cluster_go_with_it_unless_they_are_to_be_kept() {
        for (String name : List.of("orders", "another")) {
            here.home().seed().snapshot("rds:" + name + "-1", name, "automated", TestData.NOW, Map.of());
        }
        here.done(here.control.deleteInstance("orders-writer"));

        here.done(here.control.deleteCluster("orders", false));
        here.done(here.control.deleteCluster("another", true));

        assertThat(LocalRds.await(here.aurora.snapshot("us-east-1", "rds:orders-1")))
                .isEmpty();
        assertThat(here.snapshot("rds:another-1").goesWithItsCluster()).isTrue();
    }

    @Test
    void an_instance_reboots_and_is_available_again() {
        LocalRds.await(here.control.rebootInstance("orders-writer"));
        assertThat(here.instance("orders", "orders-writer").status()).isEqualTo("rebooting");

        CallFailedException busy = catchThrowableOfType(
                CallFailedException.class, () -> here.done(here.control.rebootInstance("orders-writer")));
        assertThat(busy.kind()).isEqualTo(CallFailedException.Kind.RETRY);
    }

    @Test
    void a_cluster_is_snapshotted_with_our_tags() {
        here.done(here.control.snapshotCluster("orders-final", "orders", Map.of("team", "orders")));

        assertThat(here.snapshot("orders-final").cluster()).isEqualTo("orders");
        assertThat(here.snapshot("orders-final").status()).isEqualTo("available");
        assertThat(here.snapshot("orders-final").tags()).isEqualTo(Map.of("team", "orders"));
        CallFailedException again = catchThrowableOfType(
                CallFailedException.class,
                () -> here.done(here.control.snapshotCluster("orders-final", "orders", Map.of("team", "orders"))));
        assertThat(again.kind()).isEqualTo(CallFailedException.Kind.ALREADY_EXISTS);
    }

    @Test
    void protection_is_switched_on_and_off() {
        here.done(here.control.setProtection("orders", true));
        assertThat(here.cluster("orders").isProtected()).isTrue();
        here.done(here.control.setProtection("orders", false));
        assertThat(here.cluster("orders").isProtected()).isFalse();
    }

    @Test
    void a_role_is_added_for_its_feature_once() {
        here.done(here.control.addRole("orders", "s3Import", ROLE));

        assertThat(here.cluster("orders").settings().roles()).contains(Map.of("s3Import", ROLE));
        CallFailedException again = catchThrowableOfType(
                CallFailedException.class, () -> here.done(here.control.addRole("orders", "s3Import", ROLE)));
        assertThat(again.kind()).isEqualTo(CallFailedException.Kind.ALREADY_EXISTS);
    }

    @Test
    void tags_are_added_overwritten_and_removed() {
        here.done(here.control.tag(LocalRds.ORDERS_ARN, Map.of("a", "1", "b", "1")));
        here.done(here.control.tag(LocalRds.ORDERS_ARN, Map.of("b", "2", "c", "")));
        here.done(here.control.untag(LocalRds.ORDERS_ARN, List.of("a", "never-there")));

        assertThat(here.cluster("orders").tags()).isEqualTo(Map.of("b", "2", "c", ""));
    }

    @Test
    void a_password_of_ours_is_set_together_with_the_backups() {
        here.done(here.control.changeMaster(
                "orders", new MasterChange(Optional.of(new Sensitive("a-new-password")), BACKUPS, Optional.empty())));

        Cluster orders = here.cluster("orders");
        assertThat(here.data.password(orders.resourceId())).contains("a-new-password");
        assertThat(orders.managedSecret()).isEmpty();
        assertThat(orders.settings().backupRetentionDays()).contains(14);
        assertThat(orders.settings().backupWindow()).contains("05:00-05:30");
        assertThat(orders.settings().maintenanceWindow()).contains("sun:06:00-sun:06:30");
    }

    @Test
    void a_password_that_is_left_to_rds_is_in_a_secret_of_its_own() {
        here.done(here.control.changeMaster(
                "orders", new MasterChange(Optional.empty(), ClusterSettings.NONE, Optional.of("alias/managed"))));

        assertThat(here.cluster("orders").managedSecret().orElseThrow())
                .startsWith("arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-");
        assertThat(here.cluster("orders").managedSecretKey().orElseThrow()).endsWith(":alias/managed");
    }
}
