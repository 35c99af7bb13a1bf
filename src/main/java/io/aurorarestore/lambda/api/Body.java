package io.aurorarestore.lambda.api;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.model.FailureCode;
import java.io.IOException;
import java.util.regex.Pattern;

/** Reads the JSON body of an HTTP request, bounded and checked. */
final class Body {

    /** In bytes: the largest request there can be is far smaller. */
    private static final int LONGEST = 64 * 1024;

    private static final Pattern JSON_TYPE = Pattern.compile("(?i)application/(?:[a-z0-9.+-]+\\+)?json\\s*(?:;.*)?");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private Body() {}

    /** @throws RequestRejectedException with {@code UNSUPPORTED_MEDIA_TYPE} or {@code INVALID_REQUEST} */
    static JsonNode json(HttpRequest call) {
        if (!isJson(call)) {
            throw new RequestRejectedException(
                    FailureCode.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json.");
        }
        if (call.body().length > LONGEST) {
            throw refused("The body is longer than " + LONGEST + " bytes.");
        }
        try {
            JsonNode json = JSON.readTree(call.body());
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            throw refused("The body is no JSON.");
        }
        throw refused("The body is not a JSON object.");
    }

    static JsonNode jsonOrEmpty(HttpRequest call) {
        return call.body().length == 0 ? JSON.createObjectNode() : json(call);
    }

    private static boolean isJson(HttpRequest call) {
        return call.header("content-type")
                .filter(type -> JSON_TYPE.matcher(type).matches())
                .isPresent();
    }

    private static RequestRejectedException refused(String what) {
        return new RequestRejectedException(FailureCode.INVALID_REQUEST, what);
    }
}
