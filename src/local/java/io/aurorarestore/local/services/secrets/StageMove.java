package io.aurorarestore.local.services.secrets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Moves a staging label, or takes it away: whoever does must know which version has it.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html">AWS</a>
 */
final class StageMove {

    void apply(Secret secret, ObjectNode input, Instant now) {
        String stage = input.path("VersionStage").asText();
        String to = input.path("MoveToVersionId").asText(null);
        String from = input.path("RemoveFromVersionId").asText(null);
        if (stage.isEmpty()) {
            throw SecretsErrors.invalidParameter("VersionStage is required.");
        }
        if (to != null && secret.version(to).isEmpty()) {
            throw SecretsErrors.notFound("secret version: " + to + ".");
        }
        checkHolder(secret.stages.version(stage).orElse(null), stage, from, to);
        secret.moveStage(stage, to, now);
    }

    private void checkHolder(@Nullable String holder, String stage, String from, String to) {
        if (to == null && stage.equals(Stages.CURRENT)) {
            throw SecretsErrors.invalidParameter("You can only move staging label AWSCURRENT to a different secret"
                    + " version. It can't be completely removed.");
        }
        if (from == null && holder != null && !holder.equals(to)) {
            throw SecretsErrors.invalidParameter(
                    ("The parameter RemoveFromVersionId can't be empty. Staging label %s is"
                                    + " currently attached to version %s, so you must explicitly reference that version in"
                                    + " RemoveFromVersionId.")
                            .formatted(stage, holder));
        }
        if (from != null && !from.equals(holder)) {
            throw SecretsErrors.invalidParameter(
                    "Staging label %s is not attached to version %s.".formatted(stage, from));
        }
    }
}
