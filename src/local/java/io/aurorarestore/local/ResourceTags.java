package io.aurorarestore.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.rds.SimulatedRds;
import io.aurorarestore.local.services.secrets.SecretsManager;
import java.util.HashMap;
import java.util.Map;

/** The tags that a resource has now, as IAM's conditions see them: of clusters, instances, snapshots, and secrets. */
record ResourceTags(SimulatedRds rds, SecretsManager secrets) {

    /** Of a secret that was asked for by its name. */
    private static final String ANY_SUFFIX = "-??????";

    /** None of what there is not. */
    Map<String, String> of(String arn) {
        String[] parts = arn.split(":", 7);
        if (parts.length < 7 || parts[6].contains("*")) {
            return Map.of();
        }
        return switch (parts[2]) {
            case "rds" -> rds.region(parts[3]).tags().seen(arn);
            case "secretsmanager" ->
                ofSecret(parts[3], arn.endsWith(ANY_SUFFIX) ? parts[6].replace(ANY_SUFFIX, "") : arn);
            default -> Map.of();
        };
    }

    private Map<String, String> ofSecret(String region, String nameOrArn) {
        Map<String, String> tags = new HashMap<>();
        try {
            JsonNode secret = secrets.service()
                    .call(region, "DescribeSecret", Json.object().put("SecretId", nameOrArn));
            secret.path("Tags")
                    .forEach(tag ->
                            tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
        } catch (AwsException absent) {
            return Map.of();
        }
        return tags;
    }
}
