package io.aurorarestore.local.rds.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.LocalCall;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.front.LocalRoute;
import io.aurorarestore.local.rds.DbSnapshot;
import io.aurorarestore.local.rds.SimulatedRds;

/**
 * {@code POST /_local/rds/clusters/{region}/{id}/automated-snapshot} lets a cluster's backup window come: RDS begins an
 * automated snapshot, and its events tell of it.
 */
public record AutomatedSnapshots(SimulatedRds rds) implements LocalRoute {

    public static void on(LocalEndpoint endpoint, SimulatedRds rds) {
        endpoint.route("POST", "/_local/rds/clusters/{region}/{id}/automated-snapshot", new AutomatedSnapshots(rds));
    }

    @Override
    public JsonNode answer(LocalCall call) {
        DbSnapshot snapshot = rds.region(call.variables().get("region"))
                .snapshots()
                .takeAutomated(call.variables().get("id"));
        return Json.object().put("id", snapshot.id()).put("arn", snapshot.arn()).put("status", snapshot.status());
    }

    /** Taking it goes on after the answer. */
    @Override
    public int status() {
        return 202;
    }
}
