package io.aurorarestore.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.front.OrderBody;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a call that asks for a fault; what is wrong with it is an {@link IllegalArgumentException}. */
record FaultOrder(OrderBody body) {

    private static final Set<String> FIELDS =
            Set.of("service", "operation", "error", "message", "httpStatus", "times", "after", "status");
    private static final int MOST = 10_000;

    static Fault read(JsonNode body) {
        return new FaultOrder(OrderBody.read(body, FIELDS)).fault();
    }

    private Fault fault() {
        String error = text("error", null);
        String status = text("status", null);
        boolean after = body.flag("after");
        check(error, status, after);
        return new Fault(
                required("service"),
                required("operation"),
                error,
                body.number("httpStatus", error == null ? 0 : ErrorStatus.of(error), 400, 599),
                text("message", message(error)),
                status,
                body.number("times", 1, 1, MOST),
                after);
    }

    private void check(@Nullable String error, @Nullable String status, boolean after) {
        if ((error == null) == (status == null)) {
            throw new IllegalArgumentException("give either error or status");
        }
        if (status != null && (after || body.has("message") || body.has("httpStatus"))) {
            throw new IllegalArgumentException("status goes without message, httpStatus and after");
        }
    }

    private String required(String name) {
        String value = text(name, null);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private @Nullable String text(String name, @Nullable String otherwise) {
        JsonNode value = body.path(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new IllegalArgumentException(name + " must be a string that is not blank");
        }
        return value.asText();
    }

    private static String message(@Nullable String error) {
        return error != null && error.contains("Throttl") ? "Rate exceeded" : "A fault on request of the local AWS";
    }
}
