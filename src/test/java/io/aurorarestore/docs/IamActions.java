package io.aurorarestore.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.rds.RdsClient;

/**
 * The actions that IAM policies here may name: every operation of RDS, those of KMS on a key, and what deploying needs.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html">KMS</a>
 */
final class IamActions {

    private static final Set<String> OF_KMS = Set.of(
            "kms:CancelKeyDeletion",
            "kms:CreateAlias",
            "kms:CreateGrant",
            "kms:Decrypt",
            "kms:DeleteAlias",
            "kms:DescribeKey",
            "kms:DisableKey",
            "kms:DisableKeyRotation",
            "kms:EnableKey",
            "kms:EnableKeyRotation",
            "kms:Encrypt",
            "kms:GenerateDataKey",
            "kms:GenerateDataKeyWithoutPlaintext",
            "kms:GetKeyPolicy",
            "kms:GetKeyRotationStatus",
            "kms:ListGrants",
            "kms:ListKeyPolicies",
            "kms:ListResourceTags",
            "kms:PutKeyPolicy",
            "kms:ReEncryptFrom",
            "kms:ReEncryptTo",
            "kms:RetireGrant",
            "kms:RevokeGrant",
            "kms:ScheduleKeyDeletion",
            "kms:TagResource",
            "kms:UntagResource",
            "kms:UpdateAlias",
            "kms:UpdateKeyDescription");
    private static final Set<String> OF_RDS = Stream.of(RdsClient.class.getMethods())
            .map(method -> method.getName())
            .map(name -> "rds:" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
            .collect(Collectors.toSet());

    /** Of other services, as far as a deployment calls them. */
    private static final Set<String> TO_DEPLOY = toDeploy();

    private IamActions() {}

    private static Set<String> toDeploy() {
        try {
            JsonNode table = new JsonMapper()
                    .readTree(Files.readString(Path.of("src/test/resources/deploy/deployer-actions.json")));
            return Stream.of("types", "caller")
                    .flatMap(part -> StreamSupport.stream(table.path(part).spliterator(), false))
                    .flatMap(actions -> StreamSupport.stream(actions.spliterator(), false))
                    .map(JsonNode::asText)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether an action exists, or for a pattern any that it stands for. */
    static boolean exist(String action) {
        return Stream.of(OF_KMS, OF_RDS, TO_DEPLOY)
                .flatMap(Set::stream)
                .anyMatch(known -> IamPolicy.fits(action, known));
    }
}
