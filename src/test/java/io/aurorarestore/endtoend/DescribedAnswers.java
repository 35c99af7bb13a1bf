package io.aurorarestore.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/** Holds the API's answers against what {@code src/main/resources/openapi.yaml} says of them. */
final class DescribedAnswers {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final JsonNode DOCUMENT = document();

    private DescribedAnswers() {}

    /** The same answer, if it is as described. */
    static HttpResponse<String> checked(HttpResponse<String> answer) {
        operation(answer).ifPresent(operation -> check(operation, answer));
        return answer;
    }

    private static void check(JsonNode operation, HttpResponse<String> answer) {
        JsonNode responses = operation.path("responses");
        String status = Integer.toString(answer.statusCode());
        JsonNode described = resolved(responses.has(status) ? responses.path(status) : responses.path("default"));
        Map.Entry<String, JsonNode> content =
                described.path("content").properties().iterator().next();
        assertThat(answer.headers().firstValue("Content-Type")).contains(content.getKey());
        assertThat(SCHEMAS.getSchema(within(content.getValue().path("schema"))).validate(json(answer)))
                .as(answer.request().method() + " " + answer.uri() + ": " + answer.body())
                .isEmpty();
    }

    /** References lead into the document, so that stands around the schema. */
    private static JsonNode within(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", DOCUMENT.path("components"));
        whole.putArray("allOf").add(schema);
        return whole;
    }

    private static Optional<JsonNode> operation(HttpResponse<String> answer) {
        String method = answer.request().method().toLowerCase(Locale.ROOT);
        return DOCUMENT.path("paths").properties().stream()
                .filter(path -> answer.uri().getPath().matches(path.getKey().replaceAll("\\{\\w+}", "[^/]+")))
                .map(path -> path.getValue().path(method))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return isYaml(answer) ? JSON.valueToTree(new Yaml().load(answer.body())) : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isYaml(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Content-Type")
                .filter("application/yaml"::equals)
                .isPresent();
    }

    private static JsonNode document() {
        try {
            return JSON.valueToTree(new Yaml().load(Files.readString(Path.of("src/main/resources/openapi.yaml"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
