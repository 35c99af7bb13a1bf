package io.aurorarestore.adapter.postgres;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.request.AcceptedRequest;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.StepOutputs;
import io.aurorarestore.model.settings.Check;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.DatabaseSettings;
import io.aurorarestore.model.settings.DatabaseUser;
import io.aurorarestore.model.settings.Grant;
import io.aurorarestore.model.settings.OneDatabase;
import io.aurorarestore.model.settings.Script;
import io.aurorarestore.model.settings.Settings;
import io.aurorarestore.port.CallFailedException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** A restore of the cluster in hand, told piece by piece; another one each time. What is told is of the last database. */
record Restoring(RestoredOrders orders, String key, Endpoint endpoint, DatabaseSettings settings) {

    static Restoring of(RestoredOrders orders) {
        return new Restoring(
                orders,
                UUID.randomUUID().toString(),
                new Endpoint("localhost", orders.port()),
                new DatabaseSettings(
                        "orders", List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of()));
    }

    Restoring at(int port) {
        return new Restoring(orders, key, new Endpoint("localhost", port), settings);
    }

    Restoring atHost(String host) {
        return new Restoring(orders, key, new Endpoint(host, endpoint.port()), settings);
    }

    Restoring in(String other) {
        return last(new OneDatabase(other, last().users(), last().scripts(), last().checks()));
    }

    /** And in one database more. */
    Restoring and(String other) {
        return with(and(settings.databases(), new OneDatabase(other, List.of(), List.of(), List.of())));
    }

    Restoring dropping(String... roles) {
        return with(
                new DatabaseSettings(settings.databases(), List.of(roles), settings.lockRoles(), settings.keepRoles()));
    }

    Restoring locking(String... roles) {
        return with(
                new DatabaseSettings(settings.databases(), settings.dropRoles(), List.of(roles), settings.keepRoles()));
    }

    /** Locking all other roles. */
    Restoring keeping(String... patterns) {
        return with(new DatabaseSettings(
                settings.databases(), settings.dropRoles(), settings.lockRoles(), Optional.of(List.of(patterns))));
    }

    /** With a script more. */
    Restoring script(String name, String sql) {
        return script(new Script(name, sql));
    }

    Restoring script(Script script) {
        return last(new OneDatabase(last().name(), last().users(), and(last().scripts(), script), last().checks()));
    }

    /** With a role, whose secret is put. */
    Restoring with(String username, String password, Grant grant) {
        String secret = "app/" + UUID.randomUUID();
        orders.secrets().put(secret, json(username, password));
        return withSecret(secret, grant);
    }

    Restoring withSecret(String secret, Grant grant) {
        return last(new OneDatabase(
                last().name(),
                and(last().users(), new DatabaseUser(secret, grant)),
                last().scripts(),
                last().checks()));
    }

    /** With a check more. */
    Restoring check(Check check) {
        return last(new OneDatabase(last().name(), last().users(), last().scripts(), and(last().checks(), check)));
    }

    private OneDatabase last() {
        return settings.databases().get(settings.databases().size() - 1);
    }

    private Restoring last(OneDatabase changed) {
        List<OneDatabase> all = settings.databases();
        return with(and(all.subList(0, all.size() - 1), changed));
    }

    private Restoring with(List<OneDatabase> databases) {
        return with(new DatabaseSettings(databases, settings.dropRoles(), settings.lockRoles(), settings.keepRoles()));
    }

    Restoring with(DatabaseSettings others) {
        return new Restoring(orders, key, endpoint, others);
    }

    private Restoring checks(String... unnamed) {
        Restoring all = this;
        for (String sql : unnamed) {
            all = all.check(Check.unnamed(sql));
        }
        return all;
    }

    private static <T> List<T> and(List<T> some, T more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
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
        return checks(checks).opened();
    }

    private Restore opened() {
        RestoreRequest request =
                new RestoreRequest("orders-drill", new SnapshotSelector.ById(TestData.SOURCE_ARN), "default");
        return Restore.open(
                        RestoreId.of(key),
                        new AcceptedRequest(request, all(), key, "a test", TestData.NOW),
                        StepName.CONFIGURE_DATABASE)
                .with(StepOutputs.NONE
                        .withSource(TestData.snapshot(TestData.SOURCE_ARN, "available"))
                        .withEndpoint(endpoint));
    }

    private Settings all() {
        return new Settings(List.of("orders-*"), ClusterSettings.NONE, Map.of(), settings, Map.of());
    }

    static String json(String username, String password) {
        return Json.object().put("username", username).put("password", password).toString();
    }

    static <T> T await(Uni<T> work) {
        return work.await().indefinitely();
    }

    static CallFailedException failure(Uni<?> work) {
        return Assertions.catchThrowableOfType(CallFailedException.class, () -> await(work));
    }
}
