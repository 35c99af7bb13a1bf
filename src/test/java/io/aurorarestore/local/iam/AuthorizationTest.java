package io.aurorarestore.local.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.AwsResponse;
import io.aurorarestore.local.front.AwsService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorizationTest {

    private static final String KEY = "AKIAFUNCTION";
    private static final String CLUSTERS = "arn:aws:rds:us-east-1:123456789012:cluster:ar-*";

    private final Authorization authorization = new Authorization();
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
    void a_denial_wins_unless_it_has_a_condition() {
        Map<String, Object> denial = Map.of("Effect", "Deny", "Action", "rds:DeleteDBCluster", "Resource", "*");
        assume(allow("rds:DeleteDBCluster", "*"), denial);
        assertThatThrownBy(() -> call(KEY, "rds", "Action=DeleteDBCluster&DBClusterIdentifier=ar-1"))
                .hasMessageContaining("with an explicit deny");

        Map<String, Object> conditional = Map.of(
                "Effect", "Deny", "Action", "rds:DeleteDBCluster", "Resource", "*", "Condition", Map.of("Bool", "x"));
        assume(allow("rds:DeleteDBCluster", "*"), conditional);
        call(KEY, "rds", "Action=DeleteDBCluster&DBClusterIdentifier=ar-1");
        assertThat(reached).hasSize(1);
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
