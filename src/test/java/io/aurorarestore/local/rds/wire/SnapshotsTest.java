package io.aurorarestore.local.rds.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.rds.RdsOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.rds.model.RdsException;
import software.amazon.awssdk.services.rds.model.Tag;

class SnapshotsTest {

    private final WireRds here = new WireRds();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void a_copy_crosses_regions_and_no_event_tells() {
        copy(here);
        here.pass(Duration.ofMinutes(4));
        assertThat(copied(here).status()).isEqualTo("copying");
        assertThat(copied(here).percentProgress()).isEqualTo(40);

        here.pass(Duration.ofMinutes(4));

        assertThat(copied(here).status()).isEqualTo("available");
        assertThat(copied(here).percentProgress()).isEqualTo(100);
        assertThat(copied(here).sourceDBClusterSnapshotArn()).isEqualTo(WireRds.SNAPSHOT_ARN);
        assertThat(copied(here).dbClusterSnapshotArn())
                .isEqualTo("arn:aws:rds:us-west-2:123456789012:cluster-snapshot:copied");
        assertThat(copied(here).dbClusterIdentifier()).isEqualTo("orders");
        assertThat(here.events).isEmpty();
    }

    @Test
    void a_copy_announces_itself_where_that_is_asked_for() {
        try (var loud = new WireRds(RdsOptions.defaults().withCopyEvent(true))) {
            copy(loud);
            loud.settle();

            assertThat(loud.told()).containsExactly("RDS-EVENT-0075");
            assertThat(loud.events.get(0).at("/resources/0").asText())
                    .isEqualTo("arn:aws:rds:us-west-2:123456789012:cluster-snapshot:copied");
        }
    }

    @Test
    void a_copy_has_its_own_tags_and_the_sources_if_asked_for() {
        here.east.addTagsToResource(
                add -> add.resourceName(WireRds.SNAPSHOT_ARN).tags(tag("team", "orders")));

        here.east.copyDBClusterSnapshot(copy -> copy.sourceDBClusterSnapshotIdentifier("orders-1")
                .targetDBClusterSnapshotIdentifier("with")
                .copyTags(true)
                .tags(tag("for", "us")));
        here.east.copyDBClusterSnapshot(copy ->
                copy.sourceDBClusterSnapshotIdentifier("orders-1").targetDBClusterSnapshotIdentifier("without"));

        assertThat(WireRds.snapshot(here.east, "with").tagList())
                .containsExactly(tag("for", "us"), tag("team", "orders"));
        assertThat(WireRds.snapshot(here.east, "without").tagList()).isEmpty();
    }

    @Test
    void a_deleted_snapshot_is_gone_at_once() {
        here.east.deleteDBClusterSnapshot(delete -> delete.dbClusterSnapshotIdentifier("orders-1"));

        assertThatThrownBy(() -> WireRds.snapshot(here.east, "orders-1"))
                .isInstanceOf(DbClusterSnapshotNotFoundException.class);
        assertThatThrownBy(() -> here.restore("drill")).isInstanceOf(DbClusterSnapshotNotFoundException.class);
    }

    @Test
    void snapshots_are_found_by_cluster_and_by_type() {
        here.rds.region("us-east-1").seed().snapshot("rds:orders-2", "orders", "automated", WireRds.START, Map.of());

        assertThat(ids(here.east
                        .describeDBClusterSnapshots(all -> all.dbClusterIdentifier("orders"))
                        .dbClusterSnapshots()))
                .containsExactly("orders-1", "rds:orders-2");
        assertThat(ids(here.east
                        .describeDBClusterSnapshots(all -> all.snapshotType("automated"))
                        .dbClusterSnapshots()))
                .containsExactly("rds:orders-2");
        assertThat(here.east
                        .describeDBClusterSnapshots(all -> all.dbClusterIdentifier("nobody"))
                        .dbClusterSnapshots())
                .isEmpty();
    }

    @Test
    void tags_are_added_replaced_listed_and_removed() {
        String arn = here.cluster("orders").dbClusterArn();
        here.east.addTagsToResource(add -> add.resourceName(arn).tags(tag("a", "1"), tag("b", "2")));
        here.east.addTagsToResource(add -> add.resourceName(arn).tags(tag("b", "3 & <more>")));
        here.east.removeTagsFromResource(remove -> remove.resourceName(arn).tagKeys("a"));

        assertThat(here.east.listTagsForResource(list -> list.resourceName(arn)).tagList())
                .containsExactly(tag("b", "3 & <more>"));
        assertThat(here.cluster("orders").tagList()).containsExactly(tag("b", "3 & <more>"));
    }

    @Test
    void tags_of_what_is_not_there_and_tags_of_awss_are_refused() {
        String nobody = WireRds.SNAPSHOT_ARN.replace("orders-1", "nobody");
        assertThatThrownBy(() -> here.east.addTagsToResource(
                        add -> add.resourceName(nobody).tags(tag("a", "1"))))
                .isInstanceOfSatisfying(
                        RdsException.class,
                        error -> assertThat(error.awsErrorDetails().errorCode())
                                .isEqualTo("DBClusterSnapshotNotFoundFault"));
        assertThatThrownBy(() -> here.west.addTagsToResource(
                        add -> add.resourceName(WireRds.SNAPSHOT_ARN).tags(tag("a", "1"))))
                .hasMessageContaining("Invalid resource name");
        assertThatThrownBy(() -> here.east.addTagsToResource(
                        add -> add.resourceName(WireRds.SNAPSHOT_ARN).tags(tag("aws:a", "1"))))
                .hasMessageContaining("aws:");
    }

    private static List<String> ids(List<DBClusterSnapshot> snapshots) {
        return snapshots.stream()
                .map(DBClusterSnapshot::dbClusterSnapshotIdentifier)
                .toList();
    }

    private static void copy(WireRds in) {
        in.west.copyDBClusterSnapshot(copy -> copy.sourceDBClusterSnapshotIdentifier(WireRds.SNAPSHOT_ARN)
                .targetDBClusterSnapshotIdentifier("copied")
                .sourceRegion("us-east-1"));
    }

    private static DBClusterSnapshot copied(WireRds in) {
        return WireRds.snapshot(in.west, "copied");
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
