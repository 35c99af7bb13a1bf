package io.aurorarestore.local.template;

import java.util.Map;
import java.util.Set;

/** The resource types that the local AWS knows, and what {@code Ref} and {@code GetAtt} of each answer. */
final class Kind {

    static final String QUEUE = "AWS::SQS::Queue";
    static final String FUNCTION = "AWS::Serverless::Function";

    /** Read, and of no effect here. */
    private static final Set<String> PASSED_OVER = Set.of(
            "AWS::SQS::QueuePolicy",
            "AWS::SNS::TopicPolicy",
            "AWS::Logs::LogGroup",
            "AWS::CloudWatch::Alarm",
            "AWS::CloudWatch::Dashboard");

    /** Type, and the pattern of its ARN. */
    private static final Map<String, String> ARNS = Map.of(
            QUEUE,
            "arn:aws:sqs:%s:%s:%s",
            "AWS::SNS::Topic",
            "arn:aws:sns:%s:%s:%s",
            "AWS::DynamoDB::Table",
            "arn:aws:dynamodb:%s:%s:table/%s",
            "AWS::Events::Rule",
            "arn:aws:events:%s:%s:rule/%s",
            "AWS::Events::EventBus",
            "arn:aws:events:%s:%s:event-bus/%s",
            FUNCTION,
            "arn:aws:lambda:%s:%s:function:%s",
            "AWS::Serverless::HttpApi",
            "arn:aws:apigateway:%s:%s:/apis/%s");

    private static final Map<String, String> NAMES = Map.of(
            QUEUE,
            "QueueName",
            "AWS::SNS::Topic",
            "TopicName",
            "AWS::DynamoDB::Table",
            "TableName",
            "AWS::Events::Rule",
            "Name",
            "AWS::Events::EventBus",
            "Name",
            FUNCTION,
            "FunctionName");

    private Kind() {}

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
