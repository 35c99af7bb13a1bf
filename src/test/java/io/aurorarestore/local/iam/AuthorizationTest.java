package io.aurorarestore.local.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.AwsResponse;
import io.aurorarestore.local.front.AwsService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorizationTest {

    private static final String KEY = "AKIAFUNCTION";
    private static final String ORDERS = "arn:aws:rds:us-east-1:123456789012:cluster:orders";
    private static final String MODIFY = "Action=ModifyDBCluster&DBClusterIdentifier=orders";
    private static final String CLUSTERS = "arn:aws:rds:us-east-1:123456789012:cluster:ar-*";

    private final Map<String, Map<String, String>> tags = new HashMap<>();
    private Instant now = Instant.EPOCH;
    private final Authorization authorization =
            new Authorization(arn -> tags.getOrDefault(arn, Map.of()), Duration.ofMinutes(3), () -> now);
    private final List<String> reached = new ArrayList<>();

    @Test
    void what_the_role_permits_reaches_the_service() {
        assume(allow("rds:DeleteDBCluster", CLUSTERS));

        call(KEY, "rds", "Action=DeleteDBCluster&DBClusterIdentifier=ar-orders-1-old");

        assertThat(reached).containsExactly("DeleteDBCluster");
    }

    @Test
    void an_action_that_the_role_lacks_is_refused_in_aws_s_words() {
        assume(allow("rds:DeleteDBCluster", "*"));

        assertThatThrownBy(() -> call(KEY, "rds", "Action=ModifyDBCluster&DBClusterIdentifier=orders"))
                .isInstanceOf(AwsException.class)
                .hasMessage(
                        "User: arn:aws:sts::123456789012:assumed-role/InboxRole/aurora-restore-inbox is not authorized"
                                + " to perform: rds:ModifyDBCluster on resource: arn:aws:rds:us-east-1:123456789012:cluster:orders"
                                + " because no identity-based policy allows the rds:ModifyDBCluster action");
        assertThat(reached).isEmpty();
    }

    @Test
    void a_resource_that_the_role_does_not_name_is_refused() {
        assume(allow("rds:DeleteDBCluster", CLUSTERS));

        assertThatThrownBy(() -> call(KEY, "rds", "Action=DeleteDBCluster&DBClusterIdentifier=orders"))
                .hasMessageContaining("cluster:orders");
    }

    @Test
    void a_denial_wins_unless_its_condition_does_not_hold() {
        Map<String, Object> denial = Map.of("Effect", "Deny", "Action", "rds:DeleteDBCluster", "Resource", "*");
        assume(allow("rds:DeleteDBCluster", "*"), denial);
        assertThatThrownBy(() -> call(KEY, "rds", "Action=DeleteDBCluster&DBClusterIdentifier=ar-1"))
                .hasMessageContaining("with an explicit deny");

        Map<String, Object> conditional = Map.of(
                "Effect",
                "Deny",
                "Action",
                "rds:DeleteDBCluster",
                "Resource",
                "*",
                "Condition",
                Map.of("StringEquals", Map.of("aws:RequestedRegion", "us-west-2")));
        assume(allow("rds:DeleteDBCluster", "*"), conditional);
        call(KEY, "rds", "Action=DeleteDBCluster&DBClusterIdentifier=ar-1");
        assertThat(reached).hasSize(1);
    }

    @Test
    void what_is_changed_has_to_carry_the_tag_that_the_condition_asks_for() {
        String condition = "aws:ResourceTag/aurora-restore:allowed";
        assume(allow("rds:ModifyDBCluster", "*", Map.of("StringEquals", Map.of(condition, "true"))));
        assertThatThrownBy(() -> call(KEY, "rds", MODIFY)).hasMessageContaining("is not authorized");

        tags.put(ORDERS, Map.of("aurora-restore:allowed", "false"));
        assertThatThrownBy(() -> call(KEY, "rds", MODIFY)).hasMessageContaining("is not authorized");

        tags.put(ORDERS, Map.of("aurora-restore:allowed", "true"));
        call(KEY, "rds", MODIFY);
        assertThat(reached).hasSize(1);
    }

    @Test
    void a_tag_that_was_just_given_counts_after_the_lag() {
        assume(allow("rds:ModifyDBCluster", "*", Map.of("StringLike", Map.of("aws:ResourceTag/k", "?*"))));
        tags.put(ORDERS, Map.of("k", "v"));
        call("me", "rds", "Action=AddTagsToResource&ResourceName=" + ORDERS + "&Tags.Tag.1.Key=k&Tags.Tag.1.Value=v");

        assertThatThrownBy(() -> call(KEY, "rds", MODIFY)).hasMessageContaining("is not authorized");
        now = now.plus(Duration.ofMinutes(3));
        call(KEY, "rds", MODIFY);
    }

    @Test
    void under_a_name_that_was_just_given_no_tag_counts_before_the_lag_is_over() {
        assume(allow("rds:ModifyDBCluster", "*", Map.of("StringLike", Map.of("aws:ResourceTag/k", "?*"))));
        tags.put(ORDERS, Map.of("k", "v"));
        call("me", "rds", "Action=ModifyDBCluster&DBClusterIdentifier=ar-1&NewDBClusterIdentifier=orders");

        assertThatThrownBy(() -> call(KEY, "rds", MODIFY)).hasMessageContaining("is not authorized");
        now = now.plus(Duration.ofMinutes(3));
        call(KEY, "rds", MODIFY);
    }

    @Test
    void what_is_made_has_to_be_given_the_tag_that_the_condition_asks_for() {
        assume(
                allow("rds:CreateDBClusterSnapshot", "*", Map.of("StringLike", Map.of("aws:RequestTag/k", "?*"))),
                allow("rds:AddTagsToResource", "*", Map.of("ForAllValues:StringEquals", Map.of("aws:TagKeys", "k"))));
        String make = "Action=CreateDBClusterSnapshot&DBClusterIdentifier=c&DBClusterSnapshotIdentifier=s";

        assertThatThrownBy(() -> call(KEY, "rds", make)).hasMessageContaining("is not authorized");
        call(KEY, "rds", make + "&Tags.Tag.1.Key=k&Tags.Tag.1.Value=v");
        assertThatThrownBy(() -> call(
                        KEY, "rds", make + "&Tags.Tag.1.Key=k&Tags.Tag.1.Value=v&Tags.Tag.2.Key=l&Tags.Tag.2.Value=v"))
                .hasMessageContaining("rds:AddTagsToResource");
    }

    @Test
    void a_caller_from_outside_may_do_everything() {
        assume();

        call("me", "rds", "Action=DeleteDBCluster&DBClusterIdentifier=orders");

        assertThat(reached).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"rds, 403, AccessDenied", "sns, 403, AuthorizationError", "dynamodb, 400, AccessDeniedException"})
    void a_refusal_has_the_code_of_the_service(String service, int status, String code) {
        assume();

        assertThatThrownBy(() -> call(KEY, service, "{}")).isInstanceOfSatisfying(AwsException.class, refused -> {
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.code()).isEqualTo(code);
        });
    }

    @Test
    void a_call_whose_resource_is_not_known_needs_a_statement_on_all() {
        assume(allow("sqs:PurgeQueue", "arn:aws:sqs:us-east-1:123456789012:*"));
        assertThatThrownBy(() -> call(KEY, "sqs", "{}")).hasMessageContaining("on resource: *");
    }

    private static Map<String, Object> allow(String action, String resource, Map<String, Object> condition) {
        Map<String, Object> all = new HashMap<>(allow(action, resource));
        all.put("Condition", condition);
        return all;
    }

    @SafeVarargs
    private final void assume(Map<String, Object>... statements) {
        List<Statement> all = new ArrayList<>();
        for (Map<String, Object> one : statements) {
            all.add(Statement.of("InboxRole", one));
        }
        authorization.assumed(KEY, new Role("InboxRole", "aurora-restore-inbox", all));
    }

    private static Map<String, Object> allow(String action, String resource) {
        return Map.of("Effect", "Allow", "Action", List.of(action), "Resource", List.of(resource));
    }

    private void call(String accessKey, String service, String body) {
        authorization.apply(Asking.request(accessKey, service, body), new AwsService() {
            @Override
            public AwsResponse handle(AwsRequest request) {
                reached.add(operation(request));
                return new AwsResponse(200, Map.of(), new byte[0]);
            }

            @Override
            public String operation(AwsRequest request) {
                String text = new String(request.body(), StandardCharsets.UTF_8);
                return text.startsWith("Action=") ? text.split("[=&]")[1] : "PurgeQueue";
            }
        });
    }
}
