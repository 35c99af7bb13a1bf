package io.aurorarestore.local.services.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in a state's {@code Parameters}: fields that end in {@code .$} are paths into the input ({@code $.a.b}) or into
 * the context ({@code $$.a.b}), or the {@code States.Hash} of one by SHA-256.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-inputpath-params.html">AWS</a>
 */
record PayloadTemplate(JsonNode input, JsonNode context) {

    private static final Pattern PATH = Pattern.compile("\\$\\$?(\\.[\\w-]+)*");
    private static final Pattern HASH = Pattern.compile("States\\.Hash\\((\\$[^,]*), *'SHA-256'\\)");

    /** @throws AwsException where a path leads nowhere */
    JsonNode fill(JsonNode template) {
        if (template instanceof ArrayNode list) {
            ArrayNode filled = Json.object().arrayNode();
            list.forEach(one -> filled.add(fill(one)));
            return filled;
        }
        if (!(template instanceof ObjectNode)) {
            return template;
        }
        ObjectNode filled = Json.object();
        template.properties().forEach(field -> put(filled, field.getKey(), field.getValue()));
        return filled;
    }

    private void put(ObjectNode filled, String name, JsonNode value) {
        if (name.endsWith(".$")) {
            filled.set(name.substring(0, name.length() - 2), value(value.asText()));
        } else {
            filled.set(name, fill(value));
        }
    }

    /** @throws AwsException also for an expression the local AWS does not know */
    JsonNode value(String expression) {
        Matcher hash = HASH.matcher(expression);
        return hash.matches() ? TextNode.valueOf(hashed(at(hash.group(1)).asText())) : at(expression);
    }

    private JsonNode at(String path) {
        if (!PATH.matcher(path).matches()) {
            throw AwsException.badRequest("States.Runtime", "the local AWS does not know the expression " + path);
        }
        boolean ofContext = path.startsWith("$$");
        String pointer = path.substring(ofContext ? 2 : 1).replace('.', '/');
        JsonNode found = (ofContext ? context : input).at(pointer);
        if (found.isMissingNode()) {
            throw AwsException.badRequest(
                    "States.ParameterPathFailure", "The JSONPath '%s' could not be found in the input".formatted(path));
        }
        return found;
    }

    private static String hashed(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
