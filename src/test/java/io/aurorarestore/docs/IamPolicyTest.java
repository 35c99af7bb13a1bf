package io.aurorarestore.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IamPolicyTest {

    private static final Path FOLDER = Path.of("deploy/policies");
    private static final String GOOD = "'Effect': 'Allow', 'Action': 'rds:CopyDBClusterSnapshot', 'Resource': '*'";

    static List<Path> policies() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void a_policy_that_is_shipped_follows_the_grammar_and_names_what_exists(Path file) throws Exception {
        assertThat(read(file).problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void a_policy_that_is_shipped_is_explained(Path file) throws Exception {
        assertThat(List.of("docs/cross-account.md", "docs/deploy.md"))
                .anySatisfy(page -> assertThat(Files.readString(Path.of(page))).contains("../" + file));
    }

    @Test
    void the_service_may_copy_from_the_source_to_names_of_its_own_and_to_no_others() throws Exception {
        IamPolicy policy = read(FOLDER.resolve("service-copying.json"));
        String ours = "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:";
        String theirs = "arn:aws:rds:us-east-1:111122223333:cluster-snapshot:orders-prod-1";

        for (String action : List.of("CopyDBClusterSnapshot", "AddTagsToResource", "DeleteDBClusterSnapshot")) {
            assertThat(policy.allows("rds:" + action, ours + "ar-orders-staging-1-copy"))
                    .as(action)
                    .isTrue();
            assertThat(policy.allows("rds:" + action, ours + "orders-staging-1"))
                    .as(action)
                    .isFalse();
        }
        assertThat(policy.allows("rds:CopyDBClusterSnapshot", theirs)).isTrue();
        assertThat(policy.allows("rds:DeleteDBClusterSnapshot", theirs)).isFalse();
    }

    @Test
    void what_the_source_key_permits_is_what_the_service_asks_for() throws Exception {
        IamPolicy key = read(FOLDER.resolve("source-key-policy.json"));
        IamPolicy service = read(FOLDER.resolve("service-copying.json"));
        String arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555";

        for (String action : List.of("DescribeKey", "Decrypt", "ReEncryptFrom", "GenerateDataKey", "CreateGrant")) {
            assertThat(service.allows("kms:" + action, arn)).as(action).isTrue();
            assertThat(key.allows("kms:" + action, "*")).as(action).isTrue();
        }
        assertThat(service.allows("kms:Encrypt", arn)).isFalse();
        String ours = "arn:aws:kms:us-east-1:123456789012:key/66666666-7777-8888-9999-000000000000";
        for (String action :
                List.of("CreateGrant", "Encrypt", "Decrypt", "GenerateDataKey", "ReEncryptFrom", "ReEncryptTo")) {
            assertThat(service.allows("kms:" + action, ours)).as(action).isTrue();
        }
    }

    @Test
    void a_principal_belongs_to_a_policy_of_a_resource() throws Exception {
        String principal = statement(GOOD + ", 'Principal': {'AWS': 'arn:aws:iam::123456789012:root'}");

        assertThat(IamPolicy.read(principal, true).problems()).isEmpty();
        assertThat(IamPolicy.read(principal, false).problems()).isNotEmpty();
        assertThat(IamPolicy.read(statement(GOOD), true).problems()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "'Effect': 'Maybe', 'Action': 'rds:CopyDBClusterSnapshot', 'Resource': '*'; no such Effect",
                "'Effect': 'Allow', 'Action': 'rds:CopyDbClusterSnapshot', 'Resource': '*'; no action rds:CopyDb",
                "'Effect': 'Allow', 'Action': 'kms:Decode*', 'Resource': '*'; no action kms:Decode*",
                "'Effect': 'Allow', 'Action': ['rds:Describe*'], 'Resource': 'arn:aws:rds::x'; no resource arn:aws:rds::x",
                "'Effect': 'Allow', 'Action': 'rds:Describe*'; no resource",
                "'Effect': 'Allow', 'Resource': '*'; no action",
                "'Effect': 'Allow', 'Action': 'kms:*', 'Resource': '*', 'Sid': 'not a word'; Sid",
                "'Effect': 'Allow', 'Action': 'kms:*', 'Resource': '*', 'Conditions': {}; no element Conditions",
                "'Effect': 'Allow', 'Action': 'kms:*', 'Resource': '*', 'Condition': {'Is': {}}; no condition Is",
                "'Effect': 'Allow', 'Action': 'kms:*', 'Resource': '*', 'Condition': {'Bool': {'kms:Via': 'x'}}; kms:Via",
            })
    void what_is_wrong_is_told(String statement, String problem) throws Exception {
        assertThat(IamPolicy.read(statement(statement), false).problems())
                .singleElement()
                .asString()
                .contains(problem);
    }

    @Test
    void a_policy_has_the_version_and_a_statement() throws Exception {
        assertThat(IamPolicy.read("{\"Version\": \"2008-10-17\"}", false).problems())
                .hasSize(2);
    }

    private static String statement(String fields) {
        return ("{'Version': '2012-10-17', 'Statement': [{" + fields + "}]}").replace('\'', '"');
    }

    private static IamPolicy read(Path file) throws IOException {
        return IamPolicy.read(Files.readString(file), file.toString().endsWith("-key-policy.json"));
    }
}
