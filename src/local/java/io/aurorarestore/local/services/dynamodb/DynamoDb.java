package io.aurorarestore.local.services.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.AwsResponse;
import io.aurorarestore.local.front.AwsService;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.front.Upstream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * DynamoDB: AWS's own DynamoDB Local in this process. It keeps data apart by access key and region, so each request is
 * signed anew, with one key for all callers and the caller's region.
 */
public final class DynamoDb implements AwsService, AutoCloseable {

    private static final String SIGNATURE = "AWS4-HMAC-SHA256 Credential=local/20260101/%s/dynamodb/aws4_request,"
            + " SignedHeaders=host, Signature=none";

    private final DynamoDbServer server = new DynamoDbServer();
    private final Upstream upstream = new Upstream(server.port());
    private final TableArns arns = new TableArns();

    @Override
    public AwsResponse handle(AwsRequest request) {
        var signed = request.withHeader("authorization", SIGNATURE.formatted(request.region()));
        return arns.concerns(operation(request))
                ? arns.outgoing(request.region(), upstream.send(arns.incoming(signed)))
                : upstream.send(signed);
    }

    @Override
    public String operation(AwsRequest request) {
        return request.target().orElse("Unknown");
    }

    /**
     * Calls an operation from within this process.
     *
     * @throws AwsException the operation's own errors
     */
    public JsonNode call(String region, String operation, ObjectNode input) {
        var headers =
                Map.of("x-amz-target", "DynamoDB_20120810." + operation, "content-type", "application/x-amz-json-1.0");
        byte[] body = input.toString().getBytes(StandardCharsets.UTF_8);
        AwsResponse response = handle(new AwsRequest("dynamodb", region, "local", "POST", "/", "", headers, body));
        JsonNode answer = Json.read(new String(response.body(), StandardCharsets.UTF_8));
        if (response.status() != 200) {
            throw error(response.status(), answer);
        }
        return answer;
    }

    private AwsException error(int status, JsonNode answer) {
        String type = answer.path("__type").asText();
        String message = answer.has("message")
                ? answer.get("message").asText()
                : answer.path("Message").asText();
        return new AwsException(status, type.substring(type.indexOf('#') + 1), message);
    }

    /**
     * Creates a table as CloudFormation would.
     *
     * @param properties the resolved properties of an {@code AWS::DynamoDB::Table}
     */
    public void createTable(String region, Map<String, Object> properties) {
        var table = new TableProperties(properties);
        call(region, "CreateTable", table.createTable());
        table.updateTimeToLive().ifPresent(input -> call(region, "UpdateTimeToLive", input));
    }

    @Override
    public void close() {
        server.close();
    }
}
