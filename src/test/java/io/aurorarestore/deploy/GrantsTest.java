package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.Names;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.RestoreId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The roles of the deployment template, held against what the functions' code calls. */
class GrantsTest {

    /** It only reads the cluster that it names, and makes another. */
    private static final String OF_A_SOURCE = "rds:RestoreDBClusterToPointInTime";

    private static final String OURS = "aws:ResourceTag/" + Ownership.RESTORE_TAG + "=?*";
    private static final String SET_ASIDE = "aws:ResourceTag/" + Ownership.SET_ASIDE_TAG + "=?*";
    private static final String ALLOWED = "aws:ResourceTag/" + Ownership.ALLOWED_TAG + "=true";
    private static final String MADE_OURS = "aws:RequestTag/" + Ownership.RESTORE_TAG + "=?*";

    private static final String NEW_NAMES = "RenameToNewNames";

    static List<DeployedFunction> functions() {
        return DeployedFunction.all();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void what_the_code_calls_is_granted_and_what_is_granted_is_called_or_has_a_reason(DeployedFunction function) {
        Set<String> called = CalledActions.of(function.handler());
        Set<String> implied = ImpliedActions.of(function.handler());

        assertThat(implied).doesNotContainAnyElementsOf(called);
        Set<String> wanted = new TreeSet<>(called);
        wanted.addAll(implied);
        assertThat(function.granted()).isEqualTo(wanted);
    }

    @Test
    void each_function_has_a_role_of_its_own() {
        assertThat(functions()).extracting(one -> one.role().logicalId()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_role_has_no_policy_but_those_that_are_written_out(DeployedFunction function) {
        assertThat(function.declared().properties()).doesNotContainKey("Policies");
        assertThat(function.role().properties()).containsOnlyKeys("AssumeRolePolicyDocument", "Policies");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void each_statement_has_a_name_of_its_own(DeployedFunction function) {
        assertThat(function.grants())
                .extracting(PolicyStatement::sid)
                .doesNotContain("null")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_function_writes_its_own_log_and_no_other(DeployedFunction function) {
        assertThat(function.grants().stream().filter(grant -> grant.grants("logs:PutLogEvents")))
                .singleElement()
                .satisfies(grant -> assertThat(grant.resources())
                        .singleElement()
                        .asString()
                        .endsWith(":log-group:/aws/lambda/" + function.name() + ":*"));
    }

    @Test
    void only_the_inbox_changes_anything_in_rds() {
        assertThat(functions().stream().filter(one -> !one.handler().equals("inbox")))
                .allSatisfy(one -> assertThat(one.granted().stream().filter(action -> action.startsWith("rds:")))
                        .allMatch(action -> action.startsWith("rds:Describe")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rds:AddRoleToDBCluster",
                "rds:DeleteDBCluster",
                "rds:DeleteDBClusterSnapshot",
                "rds:DeleteDBInstance",
                "rds:ModifyDBCluster",
                "rds:RebootDBInstance",
                "rds:RemoveTagsFromResource",
                "rds:StartDBCluster",
                "rds:StopDBCluster"
            })
    void what_is_deleted_renamed_or_changed_carries_our_tag_or_is_an_allowed_target(String action) {
        assertThat(inbox(action))
                .isNotEmpty()
                .filteredOn(grant -> !grant.sid().equals(NEW_NAMES))
                .allSatisfy(grant -> assertThat(grant.conditionTexts()).containsAnyOf(OURS, SET_ASIDE, ALLOWED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rds:CreateDBClusterSnapshot",
                "rds:CreateDBInstance",
                "rds:RestoreDBClusterFromSnapshot",
                "rds:RestoreDBClusterToPointInTime",
            })
    void what_is_made_is_tagged_as_ours(String action) {
        assertThat(inbox(action))
                .isNotEmpty()
                .allSatisfy(grant -> assertThat(grant.conditionTexts()).contains(MADE_OURS));
    }

    @Test
    void what_is_copied_here_is_tagged_as_ours() {
        assertThat(inbox("rds:CopyDBClusterSnapshot"))
                .allSatisfy(grant ->
                        assertThat(grant.conditionTexts()).containsAnyOf(MADE_OURS, "aws:RequestedRegion=us-east-1"));
    }

    @Test
    void tags_are_given_to_what_is_made_or_is_ours_or_is_allowed() {
        assertThat(inbox("rds:AddTagsToResource"))
                .allSatisfy(grant -> assertThat(grant.conditionTexts()).containsAnyOf(MADE_OURS, OURS, ALLOWED));
        assertThat(inbox("rds:AddTagsToResource").stream()
                        .filter(grant -> !grant.conditionTexts().contains(MADE_OURS)))
                .allSatisfy(grant -> assertThat(grant.conditionTexts())
                        .containsAnyOf(
                                "aws:TagKeys=[" + Ownership.STATE_TAG + "]",
                                "aws:TagKeys=[" + Ownership.SET_ASIDE_TAG + "]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rds:DeleteDBCluster", "rds:DeleteDBClusterSnapshot", "rds:CreateDBClusterSnapshot"})
    void nothing_is_deleted_but_under_a_name_of_ours(String action) {
        assertThat(inbox(action).stream().flatMap(grant -> grant.resources().stream()))
                .allMatch(resource -> resource.endsWith(":ar-*"));
    }

    @Test
    void a_secret_that_is_made_is_tagged_as_ours_and_with_nothing_else() {
        assertThat(inbox("secretsmanager:CreateSecret").stream().filter(GrantsTest::ofAMaster))
                .singleElement()
                .satisfies(grant -> assertThat(grant.conditionTexts())
                        .contains(MADE_OURS, "aws:TagKeys=[" + Ownership.RESTORE_TAG + "]"))
                .isEqualTo(inbox("secretsmanager:TagResource").stream()
                        .filter(GrantsTest::ofAMaster)
                        .findFirst()
                        .orElseThrow());
    }

    /** What RDS manages is made in the caller's name. */
    private static boolean ofAMaster(PolicyStatement grant) {
        return grant.resources().stream().noneMatch(resource -> resource.contains(":rds!"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secretsmanager:DeleteSecret", "secretsmanager:RestoreSecret"})
    void only_a_secret_of_ours_is_deleted_and_never_at_once(String action) {
        assertThat(inbox(action))
                .isNotEmpty()
                .allSatisfy(grant -> assertThat(grant.conditionTexts())
                        .contains(OURS, "secretsmanager:ForceDeleteWithoutRecovery=false"));
    }

    @Test
    void a_cluster_that_is_touched_has_a_name_of_ours_or_one_that_the_pattern_allows() {
        Set<String> clusters = new HashSet<>();
        for (PolicyStatement grant : DeployedFunction.of("inbox").grants()) {
            if (grant.actions().stream()
                    .anyMatch(action -> !action.startsWith("rds:Describe") && !action.equals(OF_A_SOURCE))) {
                grant.resources().stream()
                        .filter(one -> one.contains(":cluster:"))
                        .forEach(clusters::add);
            }
        }

        assertThat(clusters)
                .containsExactlyInAnyOrder(
                        "arn:aws:rds:us-east-1:123456789012:cluster:ar-*",
                        "arn:aws:rds:us-east-1:123456789012:cluster:orders-*");
    }

    @Test
    void our_names_are_those_that_the_roles_know() {
        Names names = new Names(new RestoreId("abcdefghij12"), "orders");

        assertThat(Stream.of(names.staging(), names.copy(), names.setAside(), names.finalSnapshot(), names.instance(1)))
                .allMatch(name -> name.startsWith("ar-"));
    }

    @Test
    void the_use_of_a_key_is_through_a_service() {
        List<PolicyStatement> keys = new ArrayList<>();
        functions()
                .forEach(function -> function.grants().stream()
                        .filter(grant -> grant.actions().stream().anyMatch(action -> action.startsWith("kms:")))
                        .forEach(keys::add));

        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(grant ->
                        assertThat(grant.conditionTexts()).anyMatch(text -> text.startsWith("kms:ViaService=")));
    }

    private static List<PolicyStatement> inbox(String action) {
        return DeployedFunction.of("inbox").grants().stream()
                .filter(grant -> grant.grants(action))
                .toList();
    }
}
