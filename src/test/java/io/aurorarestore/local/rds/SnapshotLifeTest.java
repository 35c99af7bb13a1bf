package io.aurorarestore.local.rds;

import static io.aurorarestore.local.rds.RdsOnVirtualTime.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnapshotLifeTest {

    private static final String SOURCE = "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:orders-1";
    private static final String KEY = "arn:aws:kms:us-west-2:123456789012:key/mine";

    private final RdsOnVirtualTime here = new RdsOnVirtualTime();

    @Test
    void a_snapshot_makes_progress_until_it_is_available() {
        here.east.snapshots().create(new CreateSnapshot("now", "orders", Map.of("for", "us")));

        here.time.advance(Duration.ofSeconds(90));
        assertThat(here.snapshot("now"))
                .extracting(DbSnapshot::status, DbSnapshot::percent)
                .containsExactly("creating", 40);
        here.time.advance(Duration.ofSeconds(90));
        assertThat(here.snapshot("now"))
                .extracting(DbSnapshot::status, DbSnapshot::percent)
                .containsExactly("available", 100);
        assertThat(here.told())
                .containsExactly("now: Creating manual cluster snapshot", "now: Manual cluster snapshot created");
    }

    @Test
    void the_backup_window_takes_a_snapshot_named_after_the_minute() {
        here.east.snapshots().takeAutomated("orders");
        here.time.advance(LONG);

        var taken = here.east
                .snapshots()
                .describe(DescribeSnapshots.all().ofType("automated"))
                .items()
                .get(0);
        assertThat(taken)
                .extracting(DbSnapshot::id, DbSnapshot::status)
                .containsExactly("rds:orders-2026-11-24-10-00", "available");
        assertThat(here.data.origin(taken.arn()))
                .isEqualTo(here.cluster("orders").resourceId());
        assertThat(here.told())
                .containsExactly(
                        taken.id() + ": Creating automated cluster snapshot",
                        taken.id() + ": Automated cluster snapshot created");
    }

    @Test
    void there_is_one_automated_snapshot_a_minute() {
        here.east.snapshots().takeAutomated("orders");

        assertThat(here.east.snapshots().takeAutomated("orders").id()).isEqualTo("rds:orders-2026-11-24-10-01");
    }

    @Test
    void a_snapshot_holds_what_its_cluster_held() {
        here.east.snapshots().create(new CreateSnapshot("now", "orders", Map.of()));

        assertThat(here.data.origin(here.snapshot("now").arn()))
                .isEqualTo(here.cluster("orders").resourceId());
        assertThat(here.snapshot("now").origin().cluster()).isEqualTo("orders");
    }

    @Test
    void a_copy_from_another_region_takes_longer_and_nothing_tells_that_it_is_done() {
        copy(here.west, SOURCE, null);

        here.time.advance(Duration.ofMinutes(8).minusMillis(1));
        assertThat(copied().status()).isEqualTo("copying");
        here.time.advance(Duration.ofMillis(1));
        assertThat(copied().status()).isEqualTo("available");
        assertThat(copied().copiedFrom()).isEqualTo(SOURCE);
        assertThat(here.told()).isEmpty();
    }

    @Test
    void a_copy_may_be_asked_to_announce_itself() {
        var loud = new RdsOnVirtualTime(RdsOptions.defaults().withCopyEvent(true), Map.of());

        copy(loud.west, SOURCE, null);
        loud.time.advance(LONG);

        assertThat(loud.told()).containsExactly("copied: Manual cluster snapshot created");
        assertThat(loud.events.get(0).path("region").asText()).isEqualTo("us-west-2");
    }

    @Test
    void a_copy_needs_the_whole_arn_of_another_regions_snapshot() {
        refused("DBClusterSnapshotNotFoundFault", () -> copy(here.west, "orders-1", null));
    }

    @Test
    void an_unencrypted_snapshot_is_not_encrypted_by_copying() {
        refused("InvalidParameterValue", () -> copy(here.west, SOURCE, KEY));
    }

    @Test
    void an_encrypted_snapshot_needs_a_key_of_the_region_it_is_copied_to() {
        var volume = RdsOnVirtualTime.VOLUME.withKey("arn:aws:kms:us-east-1:123456789012:key/theirs");
        here.east.seed().cluster(SeedCluster.of("secret", volume, RdsOnVirtualTime.START));
        String source = here.east
                .seed()
                .snapshot("secret-1", "secret", RdsOnVirtualTime.START)
                .arn();

        refused("InvalidParameterCombination", () -> copy(here.west, source, null));
        refused("KMSKeyNotAccessibleFault", () -> copy(here.west, source, volume.kmsKeyId()));
        copy(here.west, source, KEY);
        assertThat(copied().volume().kmsKeyId()).isEqualTo(KEY);
    }

    @Test
    void only_so_many_copies_are_made_at_once() {
        IntStream.range(0, 5).forEach(number -> copy(here.west, "copy-" + number));

        refused("SnapshotQuotaExceeded", () -> copy(here.west, "copy-5"));
        here.time.advance(LONG);
        copy(here.west, "copy-5");
    }

    @Test
    void a_copy_given_up_leaves_nothing() {
        copy(here.west, SOURCE, null);
        String arn = copied().arn();

        here.west.snapshots().delete("copied");
        here.time.advance(LONG);

        assertThat(here.west.snapshots().describe(DescribeSnapshots.all()).items())
                .isEmpty();
        assertThat(here.data.isDeleted(arn)).isTrue();
    }

    @Test
    void a_copy_of_the_same_name_is_not_wiped_by_what_is_left_of_one_given_up() {
        here.data.holdNext("copy");
        copy(here.west, SOURCE, null);
        here.west.snapshots().delete("copied");
        copy(here.west, SOURCE, null);
        here.data.letGo();
        here.time.advance(LONG);

        assertThat(copied().status()).isEqualTo("available");
        assertThat(here.data.isDeleted(copied().arn())).isFalse();
    }

    @Test
    void a_copy_that_fails_says_so_to_a_describe_only() {
        here.rds.faults().failNext("CopyDBClusterSnapshot", "failed");
        copy(here.west, SOURCE, null);
        here.time.advance(LONG);

        assertThat(copied().status()).isEqualTo("failed");
        assertThat(here.told()).isEmpty();
        refused(
                "InvalidDBClusterSnapshotStateFault",
                () -> here.west.clusters().restore(RestoreFromSnapshot.of("drill", "copied", Map.of())));
    }

    @Test
    void an_automated_snapshot_is_found_by_name_with_its_type_alone_and_cannot_be_deleted() {
        here.east.seed().snapshot("rds:orders-1", "orders", "automated", RdsOnVirtualTime.START, Map.of());
        var named = DescribeSnapshots.named("rds:orders-1");

        refused("DBClusterSnapshotNotFoundFault", () -> here.east.snapshots().describe(named));
        assertThat(here.east.snapshots().describe(named.ofType("automated")).items())
                .hasSize(1);
        refused(
                "InvalidDBClusterSnapshotStateFault",
                () -> here.east.snapshots().delete("rds:orders-1"));
    }

    @Test
    void a_snapshot_another_account_shares_is_seen_when_asked_for_and_can_be_restored() {
        var orders = here.snapshot("orders-1");
        var shared = here.east
                .seed()
                .shared("210987654321", "theirs", orders.origin(), orders.volume(), RdsOnVirtualTime.START);

        assertThat(here.east.snapshots().describe(DescribeSnapshots.all()).items())
                .hasSize(1);
        assertThat(here.east
                        .snapshots()
                        .describe(DescribeSnapshots.all().withShared())
                        .items())
                .extracting(DbSnapshot::type)
                .containsExactlyInAnyOrder("manual", "shared");
        here.east.clusters().restore(RestoreFromSnapshot.of("drill", shared.arn(), Map.of()));
        refused(
                "InvalidDBClusterSnapshotStateFault",
                () -> here.east.snapshots().delete(shared.arn()));
    }

    private static void copy(RdsRegion region, String source, @Nullable String key) {
        region.snapshots().copy(new SnapshotCopy(source, "copied", key, false, Map.of()));
    }

    private static void copy(RdsRegion region, String target) {
        region.snapshots().copy(new SnapshotCopy(SOURCE, target, null, false, Map.of()));
    }

    private DbSnapshot copied() {
        return here.west
                .snapshots()
                .describe(DescribeSnapshots.named("copied"))
                .items()
                .get(0);
    }

    private static void refused(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        RdsError.class, error -> assertThat(error.code()).isEqualTo(code));
    }
}
