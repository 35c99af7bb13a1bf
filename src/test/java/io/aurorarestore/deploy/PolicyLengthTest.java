package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.local.template.Resource;
import io.aurorarestore.local.template.Template;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The roles with the longest parameters that the template allows. White space does not count.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM's quotas</a>
 */
class PolicyLengthTest {

    /** Of a role, all of them together. */
    private static final int INLINE = 10_240;

    private static final int MANAGED = 6_144;
    private static final int MANAGED_OF_A_ROLE = 10;
    /** CloudFormation's, of a parameter's value. */
    private static final int PARAMETER = 4_096;

    private static final Map<String, String> LONGEST = Map.of(
            "TargetPattern", "t".repeat(63),
            "TargetInstancePattern", "t".repeat(63),
            "MasterSecretPattern", "m".repeat(256),
            "UserSecretPattern", "u".repeat(256),
            "ClusterRolePattern", "r".repeat(128),
            "DashboardActions", "true",
            "PermitNewNames", "true",
            "SourceKeys", keys());

    private static final Template TEMPLATE = DeployedFunction.template("us-gov-west-1", LONGEST);

    static List<DeployedFunction> functions() {
        return DeployedFunction.all(TEMPLATE);
    }

    private static String keys() {
        String keys = Stream.generate(() -> "arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/" + UUID.randomUUID())
                .limit(47)
                .collect(Collectors.joining(","));
        assertThat(keys).hasSizeBetween(PARAMETER - 100, PARAMETER);
        return keys;
    }

    @Test
    void no_parameter_may_be_longer() {
        Map<String, Object> parameters =
                DeployTemplate.of(DeployTemplate.SERVICE).section("Parameters");

        LONGEST.forEach((name, value) -> {
            Map<String, Object> parameter = Resource.asMap(parameters.get(name));
            if (parameter.containsKey("AllowedPattern")) {
                Pattern allowed =
                        Pattern.compile(parameter.get("AllowedPattern").toString());
                assertThat(value).matches(allowed);
                assertThat(value + value.charAt(0)).doesNotMatch(allowed);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("functions")
    void what_is_written_into_a_role_is_no_longer_than_iam_takes(DeployedFunction function) {
        int length = function.role().list("Policies").stream()
                .mapToInt(policy -> length(Resource.asMap(policy).get("PolicyDocument")))
                .sum();

        assertThat(length).isLessThanOrEqualTo(INLINE);
    }

    @Test
    void no_policy_that_stands_apart_is_longer_than_iam_takes() {
        assertThat(TEMPLATE.all("AWS::IAM::ManagedPolicy"))
                .isNotEmpty()
                .allSatisfy(policy -> assertThat(length(policy.map("PolicyDocument")))
                        .as(policy.logicalId())
                        .isLessThanOrEqualTo(MANAGED));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void no_role_has_more_policies_than_iam_attaches(DeployedFunction function) {
        assertThat(function.attached()).hasSizeLessThanOrEqualTo(MANAGED_OF_A_ROLE);
    }

    private static int length(Object document) {
        try {
            return new JsonMapper().writeValueAsString(document).length();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
