package io.aurorarestore.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.front.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What conditions may ask about a call, whatever it is on.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS</a>
 */
final class RequestContext {

    private static final String FORCE = "ForceDeleteWithoutRecovery";

    private RequestContext() {}

    static Map<String, List<String>> of(AwsRequest request) {
        Map<String, List<String>> context = new HashMap<>(Map.of("aws:RequestedRegion", List.of(request.region())));
        switch (request.service()) {
            case "rds" -> rds(Form.of(request), context);
            case "secretsmanager" -> secrets(Json.readObject(request.text()).orElseGet(Json::object), context);
            default -> {}
        }
        return context;
    }

    private static void rds(Form form, Map<String, List<String>> context) {
        form.list("Tags").forEach(tag -> tag(tag.get("Key", ""), tag.get("Value", ""), context));
        form.list("TagKeys").forEach(key -> key(key.get("", ""), context));
    }

    private static void secrets(JsonNode body, Map<String, List<String>> context) {
        body.path("Tags")
                .forEach(tag -> tag(tag.path("Key").asText(), tag.path("Value").asText(), context));
        if (body.has(FORCE)) {
            context.put("secretsmanager:" + FORCE, List.of(body.path(FORCE).asText()));
        }
    }

    private static void tag(String key, String value, Map<String, List<String>> context) {
        context.put("aws:RequestTag/" + key, List.of(value));
        key(key, context);
    }

    private static void key(String key, Map<String, List<String>> context) {
        context.computeIfAbsent("aws:TagKeys", none -> new ArrayList<>()).add(key);
    }
}
