package io.aurorarestore.local.rds.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.Event;
import software.amazon.awssdk.services.rds.model.SourceType;

class OtherKindsTest {

    private final WireRds here = new WireRds();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void what_happened_can_be_asked_for_afterwards() {
        here.restore("drill");
        here.settle();

        Event event =
                here.east.describeEvents(all -> all.duration(120)).events().get(0);

        assertThat(event.message()).isEqualTo("DB cluster created");
        assertThat(event.sourceType()).isEqualTo(SourceType.DB_CLUSTER);
        assertThat(event.sourceIdentifier()).isEqualTo("drill");
        assertThat(event.eventCategories()).containsExactly("creation");
        assertThat(event.date()).isEqualTo(WireRds.START.plus(Duration.ofMinutes(5)));
        assertThat(event.sourceArn()).isEqualTo(here.cluster("drill").dbClusterArn());
    }

    @Test
    void events_are_found_by_source_and_time() {
        here.restore("drill");
        here.settle();
        here.create("drill-1", "drill");
        here.settle();

        assertThat(here.east.describeEvents().events())
                .extracting(Event::sourceIdentifier)
                .containsExactly("drill-1");
        assertThat(here.east
                        .describeEvents(all -> all.sourceType("db-cluster")
                                .sourceIdentifier("drill")
                                .startTime(WireRds.START)
                                .endTime(WireRds.START.plus(Duration.ofHours(3))))
                        .events())
                .extracting(Event::message)
                .containsExactly("DB cluster created");
    }

    @Test
    void there_are_rdss_own_default_groups() {
        assertThat(here.east
                        .describeDBClusterParameterGroups(
                                all -> all.dbClusterParameterGroupName("default.aurora-postgresql17"))
                        .dbClusterParameterGroups())
                .extracting(group -> group.dbParameterGroupFamily())
                .containsExactly("aurora-postgresql17");
        assertThat(here.east
                        .describeDBParameterGroups(all -> all.dbParameterGroupName("default.aurora-postgresql17"))
                        .dbParameterGroups())
                .hasSize(1);
        assertThat(here.east.describeDBSubnetGroups().dbSubnetGroups())
                .extracting(group -> group.dbSubnetGroupName())
                .containsExactly("default");
    }

    @Test
    void there_are_no_global_clusters_proxies_and_deployments() {
        assertThat(here.east.describeGlobalClusters().globalClusters()).isEmpty();
        assertThat(here.east.describeDBProxies(all -> {}).dbProxies()).isEmpty();
        assertThat(here.east.describeBlueGreenDeployments(all -> {}).blueGreenDeployments())
                .isEmpty();
    }
}
