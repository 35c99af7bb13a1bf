package io.aurorarestore.local.rds.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.aurorarestore.local.front.Json;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AutomatedSnapshotsTest {

    private static final String ORDERS = "/_local/rds/clusters/us-east-1/orders/automated-snapshot";

    private final WireRds here = new WireRds();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void one_is_begun_and_told_of_as_the_backup_window_does() {
        var answer = here.http.post(ORDERS, "");
        here.pass(Duration.ofMinutes(10));

        String id = "rds:orders-2026-11-24-10-11";
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Json.read(answer.body()).path("id").asText()).isEqualTo(id);
        assertThat(Json.read(answer.body()).path("status").asText()).isEqualTo("creating");
        assertThat(here.east
                        .describeDBClusterSnapshots(ask -> ask.snapshotType("automated"))
                        .dbClusterSnapshots())
                .extracting(one -> one.dbClusterSnapshotIdentifier(), one -> one.status())
                .containsExactly(tuple(id, "available"));
        assertThat(here.events)
                .extracting(event -> event.at("/detail/EventID").asText())
                .containsExactly("RDS-EVENT-0168", "RDS-EVENT-0169");
    }

    @Test
    void a_failure_asked_for_of_a_snapshot_by_request_does_not_meet_it() {
        here.rds.faults().failNext("CreateDBClusterSnapshot", "failed");

        here.http.post(ORDERS, "");
        here.pass(Duration.ofMinutes(10));

        assertThat(here.events).hasSize(2);
    }

    @Test
    void there_is_none_of_a_cluster_that_is_not_there_or_not_available() {
        assertThat(here.http
                        .post("/_local/rds/clusters/us-east-1/nobody/automated-snapshot", "")
                        .statusCode())
                .isEqualTo(404);
        here.http.post("/_local/rds/clusters/us-east-1/orders", "{\"stopped\":true}");
        assertThat(here.http.post(ORDERS, "").statusCode()).isEqualTo(400);
        assertThat(here.http.post(ORDERS, "").body()).contains("stopped");
    }
}
