package io.aurorarestore.aws.postgres;

import io.aurorarestore.local.front.Json;
import io.aurorarestore.port.CallFailed;
import io.aurorarestore.restore.Archive;
import io.aurorarestore.restore.DatabaseUser;
import io.aurorarestore.restore.Endpoint;
import io.aurorarestore.restore.Findings;
import io.aurorarestore.restore.Grant;
import io.aurorarestore.restore.Order;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.restore.RestoreRequest;
import io.aurorarestore.restore.Settings;
import io.aurorarestore.restore.SnapshotSelector;
import io.aurorarestore.restore.StepName;
import io.aurorarestore.saga.A;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;

/** A restore of the cluster in hand, told piece by piece; another one each time. */
record Restoring(RestoredOrders orders, String key, Endpoint endpoint, String database, List<DatabaseUser> users) {

    static Restoring of(RestoredOrders orders) {
        return new Restoring(
                orders, UUID.randomUUID().toString(), new Endpoint("localhost", orders.port()), "orders", List.of());
    }

    Restoring at(int port) {
        return new Restoring(orders, key, new Endpoint("localhost", port), database, users);
    }

    Restoring atHost(String host) {
        return new Restoring(orders, key, new Endpoint(host, endpoint.port()), database, users);
    }

    Restoring in(String other) {
        return new Restoring(orders, key, endpoint, other, users);
    }

    /** With a role, whose secret is put. */
    Restoring with(String username, String password, Grant grant) {
        String secret = "app/" + UUID.randomUUID();
        orders.secrets().put(secret, json(username, password));
        return withSecret(secret, grant);
    }

    Restoring withSecret(String secret, Grant grant) {
        List<DatabaseUser> all = new ArrayList<>(users);
        all.add(new DatabaseUser(secret, grant));
        return new Restoring(orders, key, endpoint, database, List.copyOf(all));
    }

    /** With the master's new password staged. */
    Restore restore(String... checks) {
        return staged(json("postgres", RestoredOrders.MASTER_PASSWORD), checks);
    }

    Restore staged(String masterSecret, String... checks) {
        Restore restore = unstaged(checks);
        orders.secrets().stage(restore.masterSecret(), restore.masterVersion(), masterSecret);
        return restore;
    }

    Restore unstaged(String... checks) {
        RestoreRequest request = new RestoreRequest("orders-drill", new SnapshotSelector.ById(A.SOURCE_ARN), "default");
        return Restore.open(
                        RestoreId.of(key),
                        new Order(request, settings(List.of(checks)), key, "a test", A.NOW),
                        StepName.CONFIGURE_DATABASE)
                .with(Findings.NONE
                        .withSource(A.snapshot(A.SOURCE_ARN, "available"))
                        .withEndpoint(endpoint));
    }

    private Settings settings(List<String> checks) {
        return new Settings(
                List.of("orders-*"),
                "db.r6g.large",
                0,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "aurora-restore/{target}/master",
                database,
                users,
                checks,
                Archive.TAG);
    }

    private static String json(String username, String password) {
        return Json.object().put("username", username).put("password", password).toString();
    }

    static String await(Uni<String> work) {
        return work.await().indefinitely();
    }

    static CallFailed failure(Uni<String> work) {
        return Assertions.catchThrowableOfType(CallFailed.class, () -> await(work));
    }
}
