package io.aurorarestore.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.services.Aws;
import java.util.List;

/**
 * What a call needs to be permitted, service by service.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">AWS</a>
 */
final class Permissions {

    private Permissions() {}

    static List<Permission> of(AwsRequest request, String operation) {
        return switch (request.service()) {
            case "rds" -> new RdsPermissions(request.region(), operation, Form.of(request)).needed();
            case "dynamodb" -> new DynamoDbPermissions(request.region(), operation, body(request)).needed();
            // IAM knows a batch by what it is a batch of.
            case "sqs" -> one(request, operation.replace("Batch", ""), queue(request));
            case "sns" ->
                one(request, operation.replace("Batch", ""), Form.of(request).get("TopicArn", Permission.ANY));
            case "secretsmanager" -> one(request, operation, secret(request));
            case "events" -> buses(request, operation);
            case "sts" -> List.of();
            default -> one(request, operation, Permission.ANY);
        };
    }

    private static List<Permission> one(AwsRequest request, String operation, String resource) {
        return List.of(new Permission(request.service() + ":" + operation, resource));
    }

    private static JsonNode body(AwsRequest request) {
        return Json.readObject(request.text()).orElseGet(Json::object);
    }

    /** A queue's URL ends with its name. */
    private static String queue(AwsRequest request) {
        String url = body(request).path("QueueUrl").asText();
        return url.isEmpty()
                ? Permission.ANY
                : Aws.arn("sqs", request.region(), url.substring(url.lastIndexOf('/') + 1));
    }

    /** A secret's ARN ends with six characters that its name does not tell; one that is to be made has none yet. */
    private static String secret(AwsRequest request) {
        String id = body(request).path("SecretId").asText();
        if (id.startsWith("arn:")) {
            return id;
        }
        String name = id.isEmpty() ? body(request).path("Name").asText(Permission.ANY) : id + "-??????";
        return Aws.arn("secretsmanager", request.region(), "secret:" + name);
    }

    private static List<Permission> buses(AwsRequest request, String operation) {
        List<String> buses = body(request).findValuesAsText("EventBusName");
        return buses.isEmpty()
                ? one(request, operation, Permission.ANY)
                : buses.stream()
                        .flatMap(bus -> one(request, operation, bus(request.region(), bus)).stream())
                        .toList();
    }

    private static String bus(String region, String nameOrArn) {
        return nameOrArn.startsWith("arn:") ? nameOrArn : Aws.arn("events", region, "event-bus/" + nameOrArn);
    }
}
