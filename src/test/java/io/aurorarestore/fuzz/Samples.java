package io.aurorarestore.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The good texts of the repository. */
public final class Samples {

    private static final JsonMapper JSON = new JsonMapper();

    public static final String PROFILE = """
            {"allowedTargets": ["orders-*"], "allowedSources": ["orders-prod"], "allowedCallers": ["*"],
             "database": "orders", "users": [{"secret": "orders/app", "grant": "read-write"},
             {"secret": "orders/bi", "grant": "custom", "statements": ["grant select on t to ${role}"]}],
             "dropRoles": ["old"], "lockRoles": ["dba"], "keepRoles": ["app_*"], "scripts": [{"name": "mask", "repeat": true, "deadline": "PT6H", "sql": "update t set a = 1"}],
             "checks": ["select true", {"name": "orders", "sql": "select 1 = 1"}], "hooks": [{"name": "mask", "after": "ConfigureDatabase",
             "deadline": "PT6H", "answerBy": "event"}], "onSnapshot": [{"cluster": "orders-prod", "region": "us-west-2",
             "target": "orders-staging", "replace": "swap"}],
             "instanceClass": "db.r6g.large", "readers": 1, "serverlessV2": {"min": 0, "max": 4.5,
             "secondsUntilAutoPause": 300}, "engineVersion": "17.4", "port": 5432, "securityGroups": ["sg-1"],
             "publiclyAccessible": false, "logExports": ["postgresql"], "backupRetentionDays": 7,
             "tags": {"team": "orders"}, "masterSecret": "managed", "archive": "keep", "certificate": "renew",
             "retirement": "delete-after: P7D", "finalSnapshot": true}""";

    public static final String PROFILE_OF_SEVERAL_DATABASES = """
            {"databases": [{"name": "orders", "users": [{"secret": "orders/app", "grant": "read-write"}],
             "scripts": [{"name": "mask", "sql": "update t set a = 1"}], "checks": ["select true"]},
             {"name": "reporting", "checks": [{"name": "sales", "sql": "select 1 = 1"}]}]}""";

    private Samples() {}

    /** What RDS sends. */
    public static List<String> rdsEvents() {
        return files("events/rds").map(Samples::text).toList();
    }

    /** What clients ask for, as it comes through the bus. */
    public static List<String> clientEvents() {
        return files("events")
                .filter(file -> !file.toString().endsWith("schema.json"))
                .map(Samples::delivered)
                .map(JsonNode::toString)
                .toList();
    }

    /** What clients ask for. */
    public static List<String> requests() {
        return files("events")
                .filter(file -> !file.toString().endsWith("schema.json"))
                .map(file -> delivered(file).path("detail").toString())
                .toList();
    }

    private static JsonNode delivered(Path file) {
        JsonNode put = tree(text(file)).get(0);
        ObjectNode event = JSON.createObjectNode()
                .put("id", "7fe688f2-c861-5eeb-b9fb-126dbc18c105")
                .put("source", put.path("Source").asText())
                .put("account", "123456789012")
                .put("detail-type", put.path("DetailType").asText());
        return event.set("detail", tree(put.path("Detail").asText()));
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> all = Files.list(Path.of(folder))) {
            return all.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
