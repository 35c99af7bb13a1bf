package io.aurorarestore.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.JsonService;
import io.aurorarestore.local.rds.ManagedSecrets;
import io.aurorarestore.local.services.secrets.SecretsManager;

/** The secrets of RDS's managed master passwords, in the local Secrets Manager. */
public final class MasterUserSecrets implements ManagedSecrets {

    private static final String GONE = "ResourceNotFoundException";

    private final JsonService secrets;

    public MasterUserSecrets(SecretsManager secrets) {
        this.secrets = secrets.service();
    }

    @Override
    public String create(NewSecret secret) {
        ObjectNode value = Json.object().put("username", secret.user()).put("password", secret.password());
        ObjectNode input = Json.object()
                .put("Name", secret.name())
                .put("Description", "Secret associated with primary RDS DB cluster: " + secret.cluster())
                .put("KmsKeyId", secret.kmsKeyId())
                .put("SecretString", value.toString());
        input.putArray("Tags")
                .add(tag("aws:secretsmanager:owningService", "rds"))
                .add(tag("aws:rds:primaryDBClusterArn", secret.cluster()));
        return secrets.call(secret.region(), "CreateSecret", input).path("ARN").asText();
    }

    private static ObjectNode tag(String key, String value) {
        return Json.object().put("Key", key).put("Value", value);
    }

    @Override
    public void delete(String region, String arn) {
        ObjectNode input = Json.object().put("SecretId", arn).put("ForceDeleteWithoutRecovery", true);
        try {
            secrets.call(region, "DeleteSecret", input);
        } catch (AwsException e) {
            if (!e.code().equals(GONE)) {
                throw e;
            }
        }
    }
}
