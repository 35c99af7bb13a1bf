package io.aurorarestore.local.services.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import java.time.Instant;
import java.util.Collection;

/** Secrets and versions as the API shows them. Times are seconds since 1970. */
final class SecretJson {

    ObjectNode name(Secret secret) {
        return Json.object().put("ARN", secret.arn).put("Name", secret.name);
    }

    /** @param versions what this operation calls the map of versions to labels */
    ObjectNode describe(Secret secret, String versions) {
        var json = name(secret);
        if (secret.description != null) {
            json.put("Description", secret.description);
        }
        if (secret.kmsKeyId != null) {
            json.put("KmsKeyId", secret.kmsKeyId);
        }
        json.put("CreatedDate", seconds(secret.created)).put("LastChangedDate", seconds(secret.changed));
        if (secret.deletion != null) {
            json.put("DeletedDate", seconds(secret.deletion));
        }
        var tags = json.putArray("Tags");
        secret.tags.forEach((key, value) -> tags.addObject().put("Key", key).put("Value", value));
        if (!secret.versions().isEmpty()) {
            stages(secret, json.putObject(versions));
        }
        return json;
    }

    private void stages(Secret secret, ObjectNode json) {
        secret.versions().forEach(version -> json.set(version.id(), texts(secret.stages.of(version.id()))));
    }

    ObjectNode version(Secret secret, StoredSecretVersion version) {
        var json = name(secret).put("VersionId", version.id());
        json.set("VersionStages", texts(secret.stages.of(version.id())));
        return json;
    }

    private JsonNode texts(Collection<String> values) {
        return Json.tree(values);
    }

    double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }
}
