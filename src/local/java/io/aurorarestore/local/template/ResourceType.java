package io.aurorarestore.local.template;

import java.util.Map;
import java.util.Set;

/** The resource types that the local AWS knows, and what {@code Ref} and {@code GetAtt} of each answer. */
final class ResourceType {

    static final String QUEUE = "AWS::SQS::Queue";
    static final String TOPIC = "AWS::SNS::Topic";
    static final String STATE_MACHINE = "AWS::Serverless::StateMachine";
    static final String FUNCTION = "AWS::Serverless::Function";

    /** Read, and nothing is made of them. */
    private static final Set<String> PASSED_OVER = Set.of(
            "AWS::IAM::ManagedPolicy",
            "AWS::SQS::QueuePolicy",
            "AWS::SNS::TopicPolicy",
            "AWS::Events::EventBusPolicy",
            "AWS::Logs::LogGroup",
            "AWS::KMS::Alias",
            "AWS::Lambda::Permission",
            "AWS::ApiGatewayV2::Stage",
            "AWS::ApiGatewayV2::Route",
            "AWS::ApiGatewayV2::Authorizer",
            "AWS::EC2::SecurityGroup",
            "AWS::EC2::VPCEndpoint",
            "AWS::CloudWatch::Alarm",
            "AWS::CloudWatch::Dashboard");

    /** Type, and the pattern of its ARN: region, account, name. */
    private static final Map<String, String> ARNS = Map.ofEntries(
            Map.entry(QUEUE, "arn:aws:sqs:%s:%s:%s"),
            Map.entry(TOPIC, "arn:aws:sns:%s:%s:%s"),
            Map.entry("AWS::DynamoDB::Table", "arn:aws:dynamodb:%s:%s:table/%s"),
            Map.entry("AWS::Events::Rule", "arn:aws:events:%s:%s:rule/%s"),
            Map.entry("AWS::Events::EventBus", "arn:aws:events:%s:%s:event-bus/%s"),
            Map.entry("AWS::Scheduler::Schedule", "arn:aws:scheduler:%s:%s:schedule/default/%s"),
            Map.entry("AWS::KMS::Key", "arn:aws:kms:%s:%s:key/%s"),
            Map.entry("AWS::IAM::Role", "arn:aws:iam::%2$s:role/%3$s"),
            Map.entry(STATE_MACHINE, "arn:aws:states:%s:%s:stateMachine:%s"),
            Map.entry(FUNCTION, "arn:aws:lambda:%s:%s:function:%s"),
            Map.entry("AWS::ApiGatewayV2::Api", "arn:aws:apigateway:%s::/apis/%3$s"),
            Map.entry("AWS::ApiGatewayV2::Integration", "arn:aws:apigateway:%s::/integrations/%3$s"));

    /** Where it is not {@code Name}. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry(QUEUE, "QueueName"),
            Map.entry(TOPIC, "TopicName"),
            Map.entry("AWS::DynamoDB::Table", "TableName"),
            Map.entry("AWS::IAM::Role", "RoleName"),
            Map.entry("AWS::Logs::LogGroup", "LogGroupName"),
            Map.entry("AWS::EC2::SecurityGroup", "GroupId"),
            Map.entry(FUNCTION, "FunctionName"));

    private ResourceType() {}

    static boolean isKnown(String type) {
        return ARNS.containsKey(type) || PASSED_OVER.contains(type);
    }

    static String nameProperty(String type) {
        return NAMES.getOrDefault(type, "Name");
    }

    static String arn(String logicalId, String type, String region, String account, String name) {
        if (!ARNS.containsKey(type)) {
            throw new TemplateError(logicalId, type + " has no ARN here");
        }
        return String.format(ARNS.get(type), region, account, name);
    }
}
