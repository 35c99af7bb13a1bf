package io.aurorarestore.local.front;

import java.util.Map;
import java.util.UUID;

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
        var result = new Xml()
                .element(
                        action + "Response",
                        namespace,
                        xml -> xml.element(action + "Result", inner -> operation.answer(request, form, inner))
                                .element(
                                        "ResponseMetadata",
                                        meta -> meta.text(
                                                "RequestId", UUID.randomUUID().toString())));
        return AwsResponse.of(200, "text/xml", result.toString());
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
