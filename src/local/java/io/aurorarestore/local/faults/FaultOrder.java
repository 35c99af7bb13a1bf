package io.aurorarestore.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Set;

/** The body of a call that asks for a fault; what is wrong with it is an {@link IllegalArgumentException}. */
record FaultOrder(ObjectNode body) {

    private static final Set<String> FIELDS =
            Set.of("service", "operation", "error", "message", "httpStatus", "times", "after", "status");
    private static final int MOST = 10_000;

    static Fault read(JsonNode body) {
        if (!(body instanceof ObjectNode object)) {
            throw new IllegalArgumentException("the body must be a JSON object");
        }
        return new FaultOrder(object).fault();
    }

    private Fault fault() {
        refuseUnknown();
        String error = text("error", null);
        String status = text("status", null);
        boolean after = after();
        check(error, status, after);
        return new Fault(
                required("service"),
                required("operation"),
                error,
                number("httpStatus", error == null ? 0 : ErrorStatus.of(error), 400, 599),
                text("message", message(error)),
                status,
                number("times", 1, 1, MOST),
                after);
    }

    private void refuseUnknown() {
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("unknown field " + name + "; there is: "
                        + String.join(", ", FIELDS.stream().sorted().toList()));
            }
        }
    }

    private void check(String error, String status, boolean after) {
        if ((error == null) == (status == null)) {
            throw new IllegalArgumentException("give either error or status");
        }
        if (status != null && (after || body.has("message") || body.has("httpStatus"))) {
            throw new IllegalArgumentException("status goes without message, httpStatus and after");
        }
    }

    private boolean after() {
        JsonNode value = body.path("after");
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new IllegalArgumentException("after must be true or false");
        }
        return value.asBoolean();
    }

    private String required(String name) {
        String value = text(name, null);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private String text(String name, String otherwise) {
        JsonNode value = body.path(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new IllegalArgumentException(name + " must be a string that is not blank");
        }
        return value.asText();
    }

    private int number(String name, int otherwise, int least, int most) {
        JsonNode value = body.path(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < least || value.asInt() > most) {
            throw new IllegalArgumentException("%s must be a number from %d to %d".formatted(name, least, most));
        }
        return value.asInt();
    }

    private static String message(String error) {
        return error != null && error.contains("Throttl") ? "Rate exceeded" : "A fault on request of the local AWS";
    }
}
