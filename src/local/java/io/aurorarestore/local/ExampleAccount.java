package io.aurorarestore.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.postgres.OrdersSeed;
import io.aurorarestore.local.postgres.OrdersSeed.Day;
import io.aurorarestore.local.rds.DataVolume;
import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbSnapshot;
import io.aurorarestore.local.rds.RdsRegion;
import io.aurorarestore.local.rds.SeedCluster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What is in the account before anybody restores: a shop's production cluster, its snapshots, an older staging. */
final class ExampleAccount {

    static final String APPLICATION_SECRET = "aurora-restore/orders/app";
    static final String APPLICATION_USER = "orders_app";
    static final String APPLICATION_PASSWORD = "app-example-password";

    private static final DataVolume DATA = DataVolume.postgresql("17.4", "postgres", "orders");
    private static final Instant LONG_AGO = Instant.parse("2026-01-07T08:00:00Z");

    private final LocalAws aws;
    private final OrdersSeed data;

    ExampleAccount(LocalAws aws) {
        this.aws = aws;
        this.data = new OrdersSeed(aws.postgres());
    }

    /** @return whether it is there: always, since what goes wrong is thrown */
    boolean create() throws IOException, InterruptedException, SQLException {
        data.prepare();
        secrets();
        profile("default");
        profile("masked");
        CompletableFuture<Void> production = production();
        CompletableFuture.allOf(production, staging()).join();
        return true;
    }

    private CompletableFuture<Void> production() throws IOException {
        RdsRegion region = aws.rds().region(LocalAws.SOURCE_REGION);
        DbCluster cluster = region.seed().cluster(SeedCluster.of("orders-prod", DATA, LONG_AGO, "orders-prod-1"));
        snapshot(region, "orders-prod-2026-11-19", "2026-11-19T03:00:00Z", Day.NOVEMBER_19);
        snapshot(region, "orders-prod-2026-11-20", "2026-11-20T03:00:00Z", Day.NOVEMBER_20);
        return serve(cluster, Day.LIVE, "prod-example-password");
    }

    private void snapshot(RdsRegion region, String id, String created, Day day) throws IOException {
        DbSnapshot snapshot = region.seed().snapshot(id, "orders-prod", Instant.parse(created));
        data.layDown(day, snapshot.arn());
    }

    private CompletableFuture<Void> staging() throws IOException {
        SeedCluster staging = SeedCluster.of("orders-staging", DATA, LONG_AGO, "orders-staging-1")
                .tagged(Map.of("aurora-restore:allowed", "true", "team", "orders"));
        DbCluster cluster = aws.rds().region(LocalAws.HOME).seed().cluster(staging);
        return serve(cluster, Day.OCTOBER, "staging-example-password");
    }

    private CompletableFuture<Void> serve(DbCluster cluster, Day day, String password) throws IOException {
        String volume = cluster.resourceId();
        data.layDown(day, volume);
        return aws.postgres()
                .start(volume, cluster.hosts())
                .thenCompose(started -> aws.postgres().setPassword(volume, "postgres", password))
                .toCompletableFuture();
    }

    private void secrets() {
        secret(LocalAws.HOME, APPLICATION_SECRET, APPLICATION_USER, APPLICATION_PASSWORD);
        secret(LocalAws.HOME, "aurora-restore/orders/readonly", "orders_readonly", "readonly-example-password");
        secret(LocalAws.HOME, "aurora-restore/orders-staging/master", "postgres", "staging-example-password");
        secret(LocalAws.SOURCE_REGION, "orders-prod/master", "postgres", "prod-example-password");
    }

    private void secret(String region, String name, String user, String password) {
        ObjectNode value = Json.object().put("username", user).put("password", password);
        aws.secrets()
                .service()
                .call(region, "CreateSecret", Json.object().put("Name", name).put("SecretString", value.toString()));
    }

    private void profile(String name) throws IOException {
        try (InputStream settings = ExampleAccount.class.getResourceAsStream("/seed/profile-" + name + ".json")) {
            ObjectNode put = Json.object().put("TableName", "AuroraRestoreConfig");
            ObjectNode item = put.putObject("Item");
            item.putObject("name").put("S", name);
            item.putObject("settings").put("S", new String(settings.readAllBytes(), StandardCharsets.UTF_8));
            aws.dynamoDb().call(LocalAws.HOME, "PutItem", put);
        }
    }
}
