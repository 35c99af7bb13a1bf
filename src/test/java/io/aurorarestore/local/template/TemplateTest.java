package io.aurorarestore.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {

    private static final Place HERE = new Place("us-east-1", "123456789012", "http://localhost:4566");

    @TempDir
    Path folder;

    @Test
    void the_deploy_template_is_understood() throws IOException {
        Template template = Template.read(Path.of("deploy/template.yaml"), HERE, Map.of("TargetPattern", "*"));

        Resource inbox = function(template, "aurora-restore-inbox");
        assertThat(inbox.text("Handler")).contains("QuarkusStreamHandler");
        assertThat(Resource.asMap(inbox.map("Environment").get("Variables")))
                .containsEntry("QUARKUS_LAMBDA_HANDLER", "inbox")
                .containsEntry("AURORA_RESTORE_ACCOUNT", "123456789012")
                .containsEntry("AURORA_RESTORE_INBOX_URL", "http://localhost:4566/123456789012/aurora-restore-inbox")
                .containsEntry("AURORA_RESTORE_STATE_TABLE", "AuroraRestoreState")
                .containsEntry("AURORA_RESTORE_ERROR_TOPIC", "arn:aws:sns:us-east-1:123456789012:aurora-restore-error");
    }

    @Test
    void every_function_it_reads_is_worked_out() throws IOException {
        Resource queue = only("""
                Parameters:
                  Stage: {Type: String, Default: dev}
                Mappings:
                  Sizes:
                    dev: {batch: small}
                Conditions:
                  IsDev: !Equals [!Ref Stage, dev]
                  IsNot: !Not [!Condition IsDev]
                Resources:
                  Q:
                    Type: AWS::SQS::Queue
                    Properties:
                      QueueName: !Sub "${AWS::Region}-${Stage}-${x}-${!kept}"
                      Joined: !Join ["-", [a, !Ref Stage]]
                      Selected: !Select [1, !Split [",", "a,b,c"]]
                      Mapped: !FindInMap [Sizes, !Ref Stage, batch]
                      Chosen: !If [IsDev, yes, no]
                      Left: !If [IsNot, there, !Ref AWS::NoValue]
                      Attribute: !GetAtt Other.Arn
                      Long: {"Fn::Sub": ["${x}!", {"x": !Ref Stage}]}
                  Other:
                    Type: AWS::SQS::Queue
                  Absent:
                    Type: AWS::SQS::Queue
                    Condition: IsNot
                """.replace("-${x}", ""));

        assertThat(queue.properties())
                .containsEntry("QueueName", "us-east-1-dev-${kept}")
                .containsEntry("Joined", "a-dev")
                .containsEntry("Selected", "b")
                .containsEntry("Mapped", "small")
                .containsEntry("Chosen", true)
                .containsEntry("Attribute", "arn:aws:sqs:us-east-1:123456789012:Other")
                .containsEntry("Long", "dev!")
                .doesNotContainKey("Left");
    }

    /** Each with what else it needs. */
    @Test
    void every_choice_of_the_deploy_template_is_understood() throws IOException {
        Template template = Template.read(
                Path.of("deploy/template.yaml"),
                HERE,
                Map.of(
                        "Runtime", "java21",
                        "TargetPattern", "*",
                        "DatabaseVpc", "vpc-12345678",
                        "DatabaseSubnets", "subnet-11111111,subnet-22222222",
                        "CreateVpcEndpoints", "true",
                        "DatabaseRouteTables", "rtb-11111111",
                        "JwtIssuer", "https://issuer.example",
                        "JwtAudience", "restores",
                        "NightlyTarget", "orders-staging",
                        "NightlySource", "orders-prod"));

        Resource database = function(template, "aurora-restore-database");
        assertThat(database.map("VpcConfig")).containsEntry("SubnetIds", List.of("subnet-11111111", "subnet-22222222"));
        assertThat(function(template, "aurora-restore-inbox").properties()).doesNotContainKey("VpcConfig");
        assertThat(template.all("AWS::ApiGatewayV2::Route").get(0).properties())
                .containsEntry("AuthorizationType", "JWT");
        assertThat(template.all("AWS::EC2::VPCEndpoint")).hasSize(3);
    }

    @Test
    void the_api_asks_for_iam_unless_told_otherwise() throws IOException {
        Template template = Template.read(Path.of("deploy/template.yaml"), HERE, Map.of("TargetPattern", "*"));

        assertThat(template.all("AWS::ApiGatewayV2::Route").get(0).properties())
                .containsEntry("AuthorizationType", "AWS_IAM")
                .doesNotContainKey("AuthorizerId");
    }

    @Test
    void the_api_leads_to_the_function() throws IOException {
        Resource integration = Template.read(Path.of("deploy/template.yaml"), HERE, Map.of("TargetPattern", "*"))
                .all("AWS::ApiGatewayV2::Integration")
                .get(0);

        assertThat(integration.text("IntegrationUri"))
                .isEqualTo("arn:aws:lambda:us-east-1:123456789012:function:aurora-restore-api");
    }

    @Test
    void a_type_it_does_not_know_stops_the_start_with_its_logical_id() {
        assertThatThrownBy(() -> read("Resources:\n  Machine:\n    Type: AWS::EC2::Instance\n"))
                .isInstanceOf(TemplateError.class)
                .hasMessageContaining("Machine")
                .hasMessageContaining("AWS::EC2::Instance");
    }

    @Test
    void a_function_it_does_not_know_stops_the_start_with_its_logical_id() {
        assertThatThrownBy(() ->
                        read("Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties: {A: !ImportValue x}\n"))
                .isInstanceOf(TemplateError.class)
                .hasMessageContaining("Q")
                .hasMessageContaining("ImportValue");
    }

    @Test
    void a_list_parameter_is_a_list() throws IOException {
        Map<String, Object> queue = queueWith("a, b");

        assertThat(queue).containsEntry("Joined", "a+b").containsEntry("All", List.of("a", "b"));
        assertThat(queueWith("")).containsEntry("Joined", "");
    }

    private Map<String, Object> queueWith(String names) throws IOException {
        return read("""
                Parameters:
                  Names: {Type: CommaDelimitedList}
                Resources:
                  Q:
                    Type: AWS::SQS::Queue
                    Properties:
                      Joined: !Join ["+", !Ref Names]
                      All: !Ref Names
                """, Map.of("Names", names)).all("AWS::SQS::Queue").get(0).properties();
    }

    @Test
    void a_parameter_that_is_not_declared_is_refused() {
        assertThatThrownBy(() -> read("Resources: {}\n", Map.of("Nightly", "x")))
                .isInstanceOf(TemplateError.class)
                .hasMessageContaining("Nightly");
    }

    @Test
    void a_rule_of_the_template_that_is_broken_stops_the_start_in_its_own_words() throws IOException {
        String rules = """
                Parameters:
                  A: {Type: String, Default: ""}
                  B: {Type: String, Default: ""}
                Rules:
                  Together:
                    RuleCondition: !Not [!Equals [!Ref A, ""]]
                    Assertions:
                      - Assert: !Not [!Equals [!Ref B, ""]]
                        AssertDescription: A needs B.
                Resources: {}
                """;

        read(rules, Map.of());
        read(rules, Map.of("A", "x", "B", "y"));
        assertThatThrownBy(() -> read(rules, Map.of("A", "x"))).hasMessageContaining("A needs B.");
    }

    private Resource only(String yaml) throws IOException {
        List<Resource> queues = read(yaml).all("AWS::SQS::Queue");
        assertThat(queues).extracting(Resource::logicalId).containsExactly("Q", "Other");
        return queues.get(0);
    }

    private Template read(String yaml) throws IOException {
        return read(yaml, Map.of());
    }

    private Template read(String yaml, Map<String, String> parameters) throws IOException {
        return Template.read(Files.writeString(folder.resolve("template.yaml"), yaml), HERE, parameters);
    }

    private static Resource function(Template template, String name) {
        return template.all("AWS::Serverless::Function").stream()
                .filter(one -> one.text("FunctionName").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
