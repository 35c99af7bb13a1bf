package io.aurorarestore.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failure on request of the next calls of an operation.
 *
 * @param service the signing name, for instance {@code rds}
 * @param error the code the caller gets, or null
 * @param status what accepted work ends in, for instance {@code migration-failed}, or null
 * @param times how many calls fail
 * @param after whether the call does its work before it fails
 */
record Fault(
        String service,
        String operation,
        @Nullable String error,
        int httpStatus,
        @Nullable String message,
        @Nullable String status,
        int times,
        boolean after) {

    boolean hits(String calledService, String calledOperation, boolean worked) {
        return status == null && after == worked && service.equals(calledService) && operation.equals(calledOperation);
    }

    Fault once() {
        return new Fault(service, operation, error, httpStatus, message, status, times - 1, after);
    }

    /** Of one that a call gets: it has both. */
    AwsException raised() {
        return new AwsException(httpStatus, Objects.requireNonNull(error), Objects.requireNonNull(message));
    }

    JsonNode toJson() {
        ObjectNode json = Json.object().put("service", service).put("operation", operation);
        if (status == null) {
            json.put("error", error).put("httpStatus", httpStatus).put("message", message);
        } else {
            json.put("status", status);
        }
        return json.put("times", times).put("after", after);
    }
}
