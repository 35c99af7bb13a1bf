package io.aurorarestore.adapter.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.rds.DataVolume;
import io.aurorarestore.local.rds.SeedCluster;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.SourceCluster;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.port.CallFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterToPointInTimeRequest;

/** What a cluster's data of a moment is restored with. */
class RestoredMomentsTest {

    private static final Map<String, String> TAGS = Map.of("team", "orders");
    private static final ClusterSettings ASKED = ClusterSettings.builder()
            .with(ClusterSetting.SUBNET_GROUP, "private")
            .with(ClusterSetting.SECURITY_GROUPS, List.of("sg-1", "sg-2"))
            .with(ClusterSetting.CLUSTER_PARAMETER_GROUP, "orders-cluster")
            .with(ClusterSetting.LOG_EXPORTS, List.of("postgresql"))
            .with(ClusterSetting.IAM_AUTHENTICATION, true)
            .build();

    private final LocalRds here = new LocalRds();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void a_cluster_is_seen_with_what_its_backups_hold() {
        SourceCluster orders = source(ClusterKey.named("orders"));

        assertThat(orders.earliest()).contains(TestData.NOW);
        assertThat(orders.instances()).isEqualTo(1);
        assertThat(orders.deleted()).isFalse();
        assertThat(source(ClusterKey.ofResource(orders.resourceId()))).isEqualTo(orders);
        assertThat(LocalRds.await(here.aurora.sourceClusters(ClusterKey.named("nobody"), false)))
                .isEmpty();
        assertThat(LocalRds.await(here.aurora.sourceClusters(ClusterKey.ofResource("cluster-NOBODY"), false)))
                .isEmpty();
    }

    @Test
    void it_is_restored_with_the_settings_and_tags_of_any_restore() {
        Cluster restored = restored(new ClusterMoment(later(), Optional.of(inTheMiddle()), Optional.empty()), ASKED);

        assertThat(restored.tags()).isEqualTo(TAGS);
        assertThat(restored.settings().over(ASKED)).isEqualTo(ASKED.over(restored.settings()));
        assertThat(here.data.origin(restored.resourceId())).isEqualTo(later().resourceId());
    }

    @Test
    void the_sixteenth_clone_of_a_volume_is_a_full_copy_and_nothing_says_so() {
        String volume = here.home().seed().of("orders").view().backups().volumeGroup();
        for (int number = 1; number <= 14; number++) {
            here.home()
                    .seed()
                    .cluster(SeedCluster.of(
                                    "clone-" + number,
                                    DataVolume.postgresql("17.4", "postgres", "orders"),
                                    TestData.NOW)
                            .sharing(volume));
        }

        ClusterMoment moment = new ClusterMoment(later(), Optional.empty(), Optional.empty());
        LocalRds.await(here.control.restoreCluster("fifteenth", moment, ASKED, TAGS));
        LocalRds.await(here.control.restoreCluster("sixteenth", moment, ASKED, TAGS));

        assertThat(here.described("fifteenth").cloneGroupId()).isEqualTo(volume);
        assertThat(here.described("sixteenth").cloneGroupId()).isNotEqualTo(volume);
    }

    @Test
    void a_clone_shares_the_volume_and_is_counted() {
        Cluster clone = restored(new ClusterMoment(later(), Optional.empty(), Optional.empty()), ASKED);

        assertThat(LocalRds.await(here.aurora.sourceClusters(ClusterKey.named("orders"), true)))
                .singleElement()
                .satisfies(one -> assertThat(one.clones()).isEqualTo(1));
        assertThat(clone.members()).isEmpty();
    }

    @Test
    void of_a_deleted_cluster_what_its_backups_hold_is_found_by_name_and_id_and_restored() {
        String id = later().resourceId();
        here.done(here.control.deleteInstance("orders-writer"));
        here.done(here.control.deleteCluster("orders", true));

        SourceCluster kept = source(ClusterKey.named("orders"));
        assertThat(kept.deleted()).isTrue();
        assertThat(kept.resourceId()).isEqualTo(id);
        assertThat(source(ClusterKey.ofResource(id))).isEqualTo(kept);
        assertThat(restored(new ClusterMoment(kept, kept.latest(), Optional.empty()), ASKED)
                        .tags())
                .isEqualTo(TAGS);
    }

    @Test
    void a_time_that_the_backups_do_not_hold_is_refused() {
        ClusterMoment tooEarly = new ClusterMoment(later(), Optional.of(Instant.EPOCH), Optional.empty());

        assertThatThrownBy(() -> restored(tooEarly, ASKED)).isInstanceOf(CallFailedException.class);
    }

    /** A time is said: what RDS means by the latest moves on. */
    @Test
    void the_request_says_the_time_or_that_it_is_a_clone() {
        SourceCluster living = TestData.sourceCluster("orders", "available");
        SourceCluster deleted = TestData.sourceCluster("orders", "retained", 0, Optional.empty(), true);

        RestoreDbClusterToPointInTimeRequest ofTime =
                request(new ClusterMoment(living, living.latest(), Optional.of("a-key")));
        assertThat(ofTime.restoreToTime()).isEqualTo(living.latest().orElseThrow());
        assertThat(ofTime.useLatestRestorableTime()).isNull();
        assertThat(ofTime.restoreType()).isEqualTo("full-copy");
        assertThat(ofTime.sourceDBClusterIdentifier()).isEqualTo("orders");
        assertThat(ofTime.kmsKeyId()).isEqualTo("a-key");
        assertThat(ofTime.dbSubnetGroupName()).isEqualTo("private");

        RestoreDbClusterToPointInTimeRequest clone =
                request(new ClusterMoment(living, Optional.empty(), Optional.empty()));
        assertThat(clone.restoreType()).isEqualTo("copy-on-write");
        assertThat(clone.restoreToTime()).isNull();
        assertThat(clone.useLatestRestorableTime()).isTrue();
        assertThat(clone.kmsKeyId()).isNull();

        RestoreDbClusterToPointInTimeRequest last =
                request(new ClusterMoment(deleted, deleted.latest(), Optional.empty()));
        assertThat(last.sourceDbClusterResourceId()).isEqualTo(deleted.resourceId());
        assertThat(last.sourceDBClusterIdentifier()).isNull();
        assertThat(last.useLatestRestorableTime()).isTrue();
    }

    private static RestoreDbClusterToPointInTimeRequest request(ClusterMoment moment) {
        return RdsRequests.restore("ar-new", moment, ASKED, TAGS);
    }

    /** After an hour of backups. */
    private SourceCluster later() {
        here.pass(Duration.ofHours(1));
        return source(ClusterKey.named("orders"));
    }

    private static Instant inTheMiddle() {
        return TestData.NOW.plus(Duration.ofMinutes(20));
    }

    private SourceCluster source(ClusterKey key) {
        return LocalRds.await(here.aurora.sourceClusters(key, false)).get(0);
    }

    private Cluster restored(ClusterMoment moment, ClusterSettings settings) {
        here.done(here.control.restoreCluster("ar-new", moment, settings, TAGS));
        return here.cluster("ar-new");
    }
}
