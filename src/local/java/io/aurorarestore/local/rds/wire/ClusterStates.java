package io.aurorarestore.local.rds.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.LocalCall;
import io.aurorarestore.local.front.LocalEndpoint;
import io.aurorarestore.local.front.LocalRoute;
import io.aurorarestore.local.front.OrderBody;
import io.aurorarestore.local.rds.ClusterSeed;
import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbSnapshot;
import io.aurorarestore.local.rds.RdsError;
import io.aurorarestore.local.rds.RdsRegion;
import io.aurorarestore.local.rds.SimulatedRds;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /_local/rds/clusters/{region}/{id}} puts a cluster into a state at once, as if it had always been so. The
 * body has names, null to end what the name stands for, and flags. With {@code /automated-snapshot} behind it a cluster's
 * backup window comes: RDS begins an automated snapshot, and its events tell of it.
 */
public final class ClusterStates {

    private static final Map<String, BiConsumer<ClusterSeed, JsonNode>> STATES = new TreeMap<>(Map.of(
            "globalCluster", (seed, value) -> seed.globalCluster(name(value)),
            "proxy", (seed, value) -> seed.proxy(name(value)),
            "blueGreen", (seed, value) -> seed.blueGreen(name(value)),
            "customEndpoint", (seed, value) -> seed.customEndpoint(name(value)),
            "stopped", (seed, value) -> seed.stopped(value.booleanValue()),
            "deletionProtection", (seed, value) -> seed.deletionProtection(value.booleanValue())));

    private final SimulatedRds rds;

    private ClusterStates(SimulatedRds rds) {
        this.rds = rds;
    }

    public static void on(LocalEndpoint endpoint, SimulatedRds rds) {
        ClusterStates states = new ClusterStates(rds);
        endpoint.route("POST", "/_local/rds/clusters/{region}/{id}", states::put);
        endpoint.route(
                "POST", "/_local/rds/clusters/{region}/{id}/automated-snapshot", LocalRoute.goingOn(states::snapshot));
    }

    private JsonNode put(LocalCall call) {
        ObjectNode body = OrderBody.read(call.body(), STATES.keySet()).json();
        if (body.isEmpty()) {
            throw new IllegalArgumentException("give a JSON object with any of: " + String.join(", ", STATES.keySet()));
        }
        body.properties().forEach(field -> check(field.getKey(), field.getValue()));
        try {
            ClusterSeed seed = region(call).seed().of(call.variable("id"));
            body.properties()
                    .forEach(field ->
                            Objects.requireNonNull(STATES.get(field.getKey())).accept(seed, field.getValue()));
            return json(seed.view());
        } catch (RdsError refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
    }

    private JsonNode snapshot(LocalCall call) {
        DbSnapshot snapshot = region(call).snapshots().takeAutomated(call.variable("id"));
        return Json.object().put("id", snapshot.id()).put("arn", snapshot.arn()).put("status", snapshot.status());
    }

    private RdsRegion region(LocalCall call) {
        return rds.region(call.variable("region"));
    }

    private static void check(String name, JsonNode value) {
        boolean flag = name.equals("stopped") || name.equals("deletionProtection");
        boolean named = value.isNull() || (value.isTextual() && !value.asText().isBlank());
        if (flag ? !value.isBoolean() : !named) {
            throw new IllegalArgumentException(name + (flag ? " must be true or false" : " must be a name or null"));
        }
    }

    private static @Nullable String name(JsonNode value) {
        return value.isNull() ? null : value.asText();
    }

    private static JsonNode json(DbCluster cluster) {
        return Json.object()
                .put("arn", cluster.arn())
                .put("status", cluster.status())
                .put("deletionProtection", cluster.settings().deletionProtection())
                .put("globalCluster", cluster.attached().globalCluster())
                .put("proxy", cluster.attached().proxy())
                .put("blueGreen", cluster.attached().blueGreen())
                .set("customEndpoints", Json.tree(cluster.attached().endpoints()));
    }
}
