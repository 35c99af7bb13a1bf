package io.aurorarestore.local.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A service that speaks AWS's JSON protocol 1.1, or 1.0 to who calls it so: the operation in {@code X-Amz-Target}, JSON
 * in and out.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html">AWS JSON 1.1</a>
 */
public final class JsonService implements AwsService {

    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

    private final Map<String, JsonOperation> operations;

    public JsonService(Map<String, JsonOperation> operations) {
        this.operations = Map.copyOf(operations);
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        JsonNode answer = call(request.region(), operation(request), input(request.text()));
        String type = request.headers().getOrDefault("content-type", CONTENT_TYPE);
        return AwsResponse.of(200, type, answer.toString());
    }

    @Override
    public String operation(AwsRequest request) {
        return request.target().orElse("Unknown");
    }

    @Override
    public boolean knows(String operation) {
        return operations.containsKey(operation);
    }

    /** Calls an operation from within this process. */
    public JsonNode call(String region, String operation, ObjectNode input) {
        JsonOperation known = operations.get(operation);
        if (known == null) {
            throw AwsException.unknownOperation(operation);
        }
        return known.answer(region, input);
    }

    private ObjectNode input(String text) {
        return Json.readObject(text.isBlank() ? "{}" : text)
                .orElseThrow(() -> AwsException.badRequest("SerializationException", "The body is no JSON object."));
    }
}
