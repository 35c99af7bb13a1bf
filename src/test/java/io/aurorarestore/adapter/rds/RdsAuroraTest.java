package io.aurorarestore.adapter.rds;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.aws.Snapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RdsAuroraTest {

    private final LocalRds here = new LocalRds();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void the_snapshots_of_a_cluster_are_those_of_people_of_rds_and_of_aws_backup() {
        seed("rds:orders-2026", "automated");
        seed("awsbackup:job-1", "awsbackup");

        assertThat(ids(here.aurora.snapshotsOf("us-east-1", "orders").await().indefinitely()))
                .containsExactlyInAnyOrder("orders-1", "rds:orders-2026", "awsbackup:job-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders-1", "rds:orders-2026", "awsbackup:job-1"})
    void a_snapshot_of_ours_is_found_by_its_id_and_by_its_arn(String id) {
        seed("rds:orders-2026", "automated");
        seed("awsbackup:job-1", "awsbackup");

        for (String name : List.of(id, TestData.HOME.snapshotArn(id))) {
            assertThat(here.aurora.snapshot("us-east-1", name).await().indefinitely())
                    .map(Snapshot::id)
                    .contains(id);
        }
    }

    private void seed(String id, String type) {
        here.home().seed().snapshot(id, "orders", type, TestData.NOW, Map.of());
    }

    private static List<String> ids(List<Snapshot> snapshots) {
        return snapshots.stream().map(Snapshot::id).toList();
    }
}
