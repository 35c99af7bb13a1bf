package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.docs.DocPage;
import io.aurorarestore.docs.ForeignCommands;
import io.aurorarestore.local.template.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has the policy for deploying can deploy the template, and nothing else by it. */
class DeployerPolicyTest {

    /** Of a role's inline policies; white space does not count. */
    private static final int INLINE = 10_240;

    private static final String FUNCTION = "AWS::Serverless::Function";

    private final JsonNode policy = read(Path.of("deploy/policies/deployer.json"));
    private final JsonNode needed = read(Path.of("src/test/resources/deploy/deployer-actions.json"));
    private final DeployTemplate template = DeployTemplate.of(DeployTemplate.SERVICE);

    /** What each type's own schema asks for stands in the table: a new type asks for its line there. */
    @Test
    void the_table_of_what_is_needed_has_the_types_of_the_template_and_no_other() {
        Set<String> types = new TreeSet<>();
        template.section("Resources").values().stream().map(Resource::asMap).forEach(resource -> {
            if (FUNCTION.equals(resource.get("Type"))) {
                types.addAll(expanded(Resource.asMap(resource.get("Properties"))));
            } else {
                types.add(resource.get("Type").toString());
            }
        });

        Set<String> listed = new TreeSet<>();
        needed.path("types").fieldNames().forEachRemaining(listed::add);
        assertThat(listed).isEqualTo(types);
    }

    /** What SAM makes of a function. */
    private Set<String> expanded(Map<String, Object> properties) {
        List<String> reasons = new ArrayList<>(List.of(FUNCTION));
        properties.keySet().stream().filter("EventInvokeConfig"::equals).forEach(reasons::add);
        Resource.asMap(properties.getOrDefault("Events", Map.of())).values().stream()
                .map(event -> "Events/" + Resource.asMap(event).get("Type"))
                .forEach(reasons::add);
        return reasons.stream()
                .flatMap(reason -> texts(needed.path("expansion").path(reason)))
                .collect(Collectors.toSet());
    }

    @Test
    void the_policy_permits_what_is_needed_and_nothing_else() {
        Set<String> actions = Stream.of("types", "caller")
                .flatMap(part -> StreamSupport.stream(needed.path(part).spliterator(), false))
                .flatMap(DeployerPolicyTest::texts)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(statements().flatMap(statement -> texts(statement.path("Action"))))
                .containsExactlyInAnyOrderElementsOf(actions);
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::Serverless::Function, FunctionName, lambda:CreateFunction, 'arn:aws:lambda:us-east-1:123456789012:function:'",
        "AWS::DynamoDB::Table, TableName, dynamodb:CreateTable, 'arn:aws:dynamodb:us-east-1:123456789012:table/'",
        "AWS::SQS::Queue, QueueName, sqs:CreateQueue, 'arn:aws:sqs:us-east-1:123456789012:'",
        "AWS::SNS::Topic, TopicName, sns:CreateTopic, 'arn:aws:sns:us-east-1:123456789012:'",
        "AWS::Logs::LogGroup, LogGroupName, logs:CreateLogGroup, 'arn:aws:logs:us-east-1:123456789012:log-group:'",
        "AWS::CloudWatch::Alarm, AlarmName, cloudwatch:PutMetricAlarm, 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:'",
        "AWS::CloudWatch::Dashboard, DashboardName, cloudwatch:PutDashboard, 'arn:aws:cloudwatch::123456789012:dashboard/'",
        "AWS::Events::EventBus, Name, events:CreateEventBus, 'arn:aws:events:us-east-1:123456789012:event-bus/'",
        "AWS::Scheduler::Schedule, Name, scheduler:CreateSchedule, 'arn:aws:scheduler:us-east-1:123456789012:schedule/default/'",
        "AWS::KMS::Alias, AliasName, kms:CreateAlias, 'arn:aws:kms:us-east-1:123456789012:'",
    })
    void what_the_template_names_is_within_the_policy_and_a_stranger_is_not(
            String type, String property, String action, String stem) {
        List<String> names = new WholeTemplate()
                .all(type).stream().map(one -> one.text(property)).toList();

        assertThat(names).isNotEmpty().allMatch(name -> permits(action, stem + name));
        assertThat(permits(action, stem + "orders")).isFalse();
    }

    /** CloudFormation names them by the stack. */
    @Test
    void roles_are_made_and_passed_within_the_stack_only() {
        String ours = "arn:aws:iam::123456789012:role/aurora-restore-InboxRole-1ABCDEF2GHIJ";

        for (String action : List.of("iam:CreateRole", "iam:PassRole", "iam:PutRolePolicy")) {
            assertThat(permits(action, ours)).as(action).isTrue();
            assertThat(permits(action, "arn:aws:iam::123456789012:role/Administrator"))
                    .as(action)
                    .isFalse();
        }
        assertThat(statements()
                        .filter(one -> texts(one.path("Action")).anyMatch("iam:PassRole"::equals))
                        .map(one -> one.at("/Condition/StringEquals/iam:PassedToService")))
                .singleElement()
                .satisfies(services ->
                        assertThat(texts(services)).containsExactly("lambda.amazonaws.com", "scheduler.amazonaws.com"));
    }

    /** The stack's key has no name before it is made, so the policy reaches all keys: what they encrypt is not to be read by it. */
    @Test
    void no_key_encrypts_or_decrypts_but_for_the_tables() {
        Set<String> ofTables = texts(needed.path("types").path("AWS::DynamoDB::Table"))
                .filter(action -> action.startsWith("kms:") && !"kms:DescribeKey".equals(action))
                .collect(Collectors.toSet());

        assertThat(ofTables).contains("kms:CreateGrant", "kms:Decrypt", "kms:ReEncryptFrom");
        assertThat(statements().filter(one -> texts(one.path("Action")).anyMatch(ofTables::contains)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(texts(one.path("Action"))).containsExactlyInAnyOrderElementsOf(ofTables);
                    assertThat(texts(one.at("/Condition/StringLike/kms:ViaService")))
                            .containsExactly("dynamodb.*.amazonaws.com");
                });
    }

    @Test
    void the_commands_of_the_page_are_permitted() {
        DocPage page = DocPage.all().stream()
                .filter(one -> one.toString().endsWith("docs/deploy.md"))
                .findFirst()
                .orElseThrow();
        Set<String> permitted = statements()
                .flatMap(statement -> texts(statement.path("Action")))
                .collect(Collectors.toSet());

        assertThat(ForeignCommands.of(page).stream().map(DeployerPolicyTest::action))
                .hasSizeGreaterThan(10)
                .isSubsetOf(permitted);
    }

    /** {@code rds:AddTagsToResource} of {@code aws --profile staging rds add-tags-to-resource}. */
    private static String action(List<String> command) {
        String operation = Stream.of(command.get(4).split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return command.get(3) + ":" + operation;
    }

    /** The deployer marks clusters that may be replaced, and says nothing else about them. */
    @Test
    void only_targets_are_marked_and_only_as_allowed() {
        String stem = "arn:aws:rds:us-east-1:123456789012:";

        assertThat(permits("rds:AddTagsToResource", stem + "cluster:orders-staging"))
                .isTrue();
        assertThat(permits("rds:AddTagsToResource", stem + "db:orders-staging-1"))
                .isTrue();
        assertThat(permits("rds:AddTagsToResource", stem + "cluster:orders-prod"))
                .isFalse();
        assertThat(statements()
                        .filter(one -> texts(one.path("Action")).anyMatch("rds:AddTagsToResource"::equals))
                        .map(one -> one.at("/Condition/ForAllValues:StringEquals/aws:TagKeys")))
                .singleElement()
                .satisfies(keys -> assertThat(texts(keys)).containsExactly("aurora-restore:allowed"));
    }

    @Test
    void it_is_short_enough_for_a_role() {
        assertThat(policy.toString()).hasSizeLessThanOrEqualTo(INLINE);
    }

    private boolean permits(String action, String resource) {
        return statements()
                .filter(one -> texts(one.path("Action")).anyMatch(action::equals))
                .flatMap(one -> texts(one.path("Resource")))
                .anyMatch(pattern -> Pattern.matches(("\\Q" + pattern + "\\E").replace("*", "\\E.*\\Q"), resource));
    }

    private Stream<JsonNode> statements() {
        return StreamSupport.stream(policy.path("Statement").spliterator(), false);
    }

    private static Stream<String> texts(JsonNode oneOrSeveral) {
        return oneOrSeveral.isTextual()
                ? Stream.of(oneOrSeveral.asText())
                : StreamSupport.stream(oneOrSeveral.spliterator(), false).map(JsonNode::asText);
    }

    private static JsonNode read(Path file) {
        try {
            return new JsonMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
