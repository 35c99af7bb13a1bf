package io.aurorarestore.local.rds.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.rds.RdsRegion;
import io.aurorarestore.local.rds.SeedCluster;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Event;
import software.amazon.awssdk.services.rds.model.RdsException;

class PagesTest {

    private static final List<String> NAMES =
            IntStream.rangeClosed(10, 54).mapToObj(number -> "many-" + number).toList();

    private final WireRds here = new WireRds();

    @BeforeEach
    void a_region_with_45_clusters_and_snapshots() {
        RdsRegion west = here.rds.region("us-west-2");
        NAMES.forEach(name -> {
            west.seed().cluster(SeedCluster.of(name, WireRds.VOLUME, WireRds.START, name + "-writer"));
            west.seed().snapshot(name + "-1", name, WireRds.START);
        });
    }

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void clusters_come_in_pages_of_as_many_as_are_asked_for() {
        var first = here.west.describeDBClusters(all -> all.maxRecords(20));
        var second = here.west.describeDBClusters(all -> all.maxRecords(20).marker(first.marker()));
        var third = here.west.describeDBClusters(all -> all.maxRecords(20).marker(second.marker()));

        assertThat(first.dbClusters()).hasSize(20);
        assertThat(second.dbClusters()).hasSize(20);
        assertThat(third.dbClusters()).hasSize(5);
        assertThat(third.marker()).isNull();
        assertThat(Stream.of(first, second, third).flatMap(page -> page.dbClusters().stream()))
                .extracting(DBCluster::dbClusterIdentifier)
                .containsExactlyElementsOf(NAMES);
    }

    @Test
    void the_sdks_paginators_find_everything() {
        assertThat(here.west
                        .describeDBClustersPaginator(all -> all.maxRecords(20))
                        .dbClusters())
                .extracting(DBCluster::dbClusterIdentifier)
                .containsExactlyElementsOf(NAMES);
        assertThat(here.west
                        .describeDBInstancesPaginator(all -> all.maxRecords(20))
                        .dbInstances())
                .extracting(DBInstance::dbClusterIdentifier)
                .containsExactlyElementsOf(NAMES);
        assertThat(here.west
                        .describeDBClusterSnapshotsPaginator(all -> all.maxRecords(20))
                        .dbClusterSnapshots())
                .extracting(DBClusterSnapshot::dbClusterIdentifier)
                .containsExactlyElementsOf(NAMES);
    }

    @Test
    void past_events_come_in_pages_too_oldest_first() {
        IntStream.range(0, 12).forEach(number -> {
            here.east.rebootDBInstance(reboot -> reboot.dbInstanceIdentifier("orders-writer"));
            here.pass(Duration.ofSeconds(30));
        });

        assertThat(here.east.describeEventsPaginator(all -> all.maxRecords(20)).events())
                .hasSize(24)
                .extracting(Event::date)
                .isSorted();
    }

    @Test
    void a_page_goes_on_though_what_ended_the_last_is_gone() {
        String marker =
                here.west.describeDBClusterSnapshots(all -> all.maxRecords(20)).marker();
        here.west.deleteDBClusterSnapshot(delete -> delete.dbClusterSnapshotIdentifier("many-29-1"));

        assertThat(here.west
                        .describeDBClusterSnapshots(all -> all.marker(marker))
                        .dbClusterSnapshots())
                .extracting(DBClusterSnapshot::dbClusterSnapshotIdentifier)
                .startsWith("many-30-1")
                .hasSize(25);
    }

    @Test
    void a_marker_of_nobodys_is_refused() {
        assertThatThrownBy(() -> here.west.describeDBClusters(all -> all.marker("%%%")))
                .isInstanceOfSatisfying(
                        RdsException.class,
                        error -> assertThat(error.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterValue"));
    }

    @Test
    void regions_are_kept_apart() {
        assertThat(here.east.describeDBClusters().dbClusters())
                .extracting(DBCluster::dbClusterIdentifier)
                .containsExactly("orders");
        assertThatThrownBy(() -> here.east.describeDBClusters(describe -> describe.dbClusterIdentifier("many-10")))
                .hasMessageContaining("many-10 not found");
        assertThat(here.west
                        .describeDBClusters(describe -> describe.dbClusterIdentifier("many-10"))
                        .dbClusters())
                .extracting(DBCluster::dbClusterArn)
                .containsExactly("arn:aws:rds:us-west-2:123456789012:cluster:many-10");
    }
}
