package io.aurorarestore.docs;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.RdsClient;

/**
 * The actions that IAM policies here may name: every operation of RDS, and those of KMS on a key.
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

    private IamActions() {}

    /** Whether an action exists, or for a pattern any that it stands for. */
    static boolean exist(String action) {
        return Stream.concat(OF_KMS.stream(), OF_RDS.stream()).anyMatch(known -> IamPolicy.fits(action, known));
    }
}
