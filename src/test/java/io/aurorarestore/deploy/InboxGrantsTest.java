package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.FailureCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the inbox's role needs where RDS asks for more than the call says, or is not clear about what it asks. */
class InboxGrantsTest {

    private static final String NEW_NAMES = "RenameToNewNames";

    @Test
    void a_name_without_tags_is_modified_only_where_that_was_asked_for() {
        assertThat(DeployedFunction.all(DeployedFunction.template("us-east-1", Map.of("TargetPattern", "orders-*"))))
                .allSatisfy(function -> assertThat(function.grants())
                        .extracting(PolicyStatement::sid)
                        .doesNotContain(NEW_NAMES));
        assertThat(inbox("rds:ModifyDBCluster"))
                .extracting(PolicyStatement::sid)
                .contains(NEW_NAMES);
        assertThat(FailureCode.ACCESS_DENIED.advice()).contains("PermitNewNames=true");
    }

    /** Each in the request of either region: which of them asks about the source's ARN is not documented. */
    @Test
    void the_source_of_a_copy_may_be_of_any_region_and_account_for_whoever_asks() {
        assertThat(inbox("rds:CopyDBClusterSnapshot"))
                .hasSize(2)
                .allSatisfy(
                        grant -> assertThat(grant.resources()).containsExactly("arn:aws:rds:*:*:cluster-snapshot:*"));
    }

    /** @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.Keys.html">RDS</a> */
    @Test
    void rds_may_do_with_our_keys_what_the_copy_of_an_encrypted_snapshot_takes() {
        assertThat(DeployedFunction.of("inbox").grants())
                .filteredOn(grant -> grant.sid().equals("UseKeysThroughRds"))
                .singleElement()
                .satisfies(grant -> {
                    assertThat(grant.conditionTexts()).contains("kms:ViaService=rds.*.amazonaws.com");
                    assertThat(grant.actions())
                            .containsExactly(
                                    "kms:Decrypt",
                                    "kms:DescribeKey",
                                    "kms:Encrypt",
                                    "kms:GenerateDataKey",
                                    "kms:GenerateDataKeyWithoutPlaintext",
                                    "kms:ReEncryptFrom",
                                    "kms:ReEncryptTo");
                });
        assertThat(inbox("kms:CreateGrant")).hasSize(2);
    }

    /** @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAM.ServiceLinkedRoles.html">RDS</a> */
    @Test
    void the_first_cluster_of_an_account_can_be_restored() {
        assertThat(inbox("iam:CreateServiceLinkedRole")).singleElement().satisfies(grant -> {
            assertThat(grant.resources())
                    .containsExactly(
                            "arn:aws:iam::123456789012:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS");
            assertThat(grant.conditionTexts()).containsExactly("iam:AWSServiceName=rds.amazonaws.com");
        });
    }

    private static List<PolicyStatement> inbox(String action) {
        return DeployedFunction.of("inbox").grants().stream()
                .filter(grant -> grant.grants(action))
                .toList();
    }
}
