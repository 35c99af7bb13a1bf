package io.aurorarestore.local.front;

import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A service that speaks AWS's query protocol: a form with {@code Action} in, XML out.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">AWS query</a>
 */
public final class QueryService implements AwsService {

    private final String namespace;
    private final Map<String, QueryOperation> operations;

    /** @param namespace the {@code xmlns} of the answers */
    public QueryService(String namespace, Map<String, QueryOperation> operations) {
        this.namespace = namespace;
        this.operations = Map.copyOf(operations);
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        Form form = Form.of(request);
        String action = form.get("Action", "");
        QueryOperation operation = operations.get(action);
        if (operation == null) {
            throw AwsException.badRequest("InvalidAction", "The local AWS does not know the action '" + action + "'.");
        }
        QueryOperation.Call call = operation.read(form);
        form.refuseUnread();
        return answer(action, call.on(request));
    }

    /** An operation that answers nothing has no element for it. */
    private AwsResponse answer(String action, SdkPojo result) {
        String requestId = UUID.randomUUID().toString();
        var xml = new Xml().element(action + "Response", namespace, response -> {
            if (!result.sdkFields().isEmpty()) {
                response.element(action + "Result", inside -> new SdkXml(inside).fields(result));
            }
            response.element("ResponseMetadata", metadata -> metadata.text("RequestId", requestId));
        });
        return xml.response(200, requestId);
    }

    @Override
    public String operation(AwsRequest request) {
        return Form.of(request).get("Action", "Unknown");
    }

    @Override
    public boolean knows(String operation) {
        return operations.containsKey(operation);
    }
}
