package io.aurorarestore.deploy;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a role needs though the function's code does not call it, by the reason. */
final class ImpliedActions {

    private static final Map<String, Set<String>> LAMBDA_LOGS =
            Map.of("Lambda writes the function's log", Set.of("logs:CreateLogStream", "logs:PutLogEvents"));
    private static final Map<String, Set<String>> LAMBDA_POLLS = Map.of(
            "Lambda takes the messages from the queue with the function's role",
            Set.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"));
    private static final Map<String, Set<String>> VPC = Map.of(
            "Lambda puts the function into the VPC with the function's role",
            Set.of(
                    "ec2:AssignPrivateIpAddresses",
                    "ec2:CreateNetworkInterface",
                    "ec2:DeleteNetworkInterface",
                    "ec2:DescribeNetworkInterfaces",
                    "ec2:DescribeSubnets",
                    "ec2:UnassignPrivateIpAddresses"));
    private static final Map<String, Set<String>> KEY = Map.of(
            "the service's key encrypts its tables, queues and topics", Set.of("kms:Decrypt", "kms:GenerateDataKey"));
    private static final Map<String, Set<String>> SECRET_KEYS =
            Map.of("a secret may have a key of the account's own", Set.of("kms:Decrypt", "kms:GenerateDataKey"));
    private static final Map<String, Set<String>> READ_SECRET_KEYS =
            Map.of("a secret that is read may have a key of the account's own", Set.of("kms:Decrypt"));
    private static final Map<String, Set<String>> RDS = Map.of(
            "RDS uses keys in the caller's name",
                    Set.of(
                            "kms:CreateGrant",
                            "kms:Decrypt",
                            "kms:DescribeKey",
                            "kms:Encrypt",
                            "kms:GenerateDataKey",
                            "kms:GenerateDataKeyWithoutPlaintext",
                            "kms:ReEncryptFrom",
                            "kms:ReEncryptTo"),
            "the account's first cluster needs RDS's own role", Set.of("iam:CreateServiceLinkedRole"),
            "RDS gives a cluster a role in the caller's name", Set.of("iam:PassRole"));

    private static final Map<String, Set<Map<String, Set<String>>>> OF = Map.of(
            "inbox", Set.of(LAMBDA_LOGS, LAMBDA_POLLS, RDS, SECRET_KEYS, KEY),
            "api", Set.of(LAMBDA_LOGS, KEY),
            "database", Set.of(LAMBDA_LOGS, LAMBDA_POLLS, VPC, READ_SECRET_KEYS, KEY),
            "sweep", Set.of(LAMBDA_LOGS, KEY),
            "widget", Set.of(LAMBDA_LOGS, KEY),
            "actions", Set.of(LAMBDA_LOGS, KEY));

    private ImpliedActions() {}

    static Set<String> of(String handler) {
        Set<String> implied = new TreeSet<>();
        OF.get(handler).forEach(reasons -> reasons.values().forEach(implied::addAll));
        return implied;
    }
}
