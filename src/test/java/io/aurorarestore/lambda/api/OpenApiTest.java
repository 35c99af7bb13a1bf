package io.aurorarestore.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.model.restore.BilledItem;
import io.aurorarestore.model.restore.Status;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The document and the handler say the same. */
class OpenApiTest {

    private static final Path FILE = Path.of("src/main/resources/openapi.yaml");
    private static final JsonNode DOCUMENT = read(FILE);

    @Test
    void every_route_is_described_and_every_description_is_a_route() {
        Map<String, String> described = new TreeMap<>();
        DOCUMENT.path("paths")
                .properties()
                .forEach(path -> Stream.of("get", "post", "put", "patch", "delete")
                        .filter(path.getValue()::has)
                        .forEach(method -> described.put(
                                path.getValue().path(method).path("operationId").asText(),
                                method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Map<String, String> handled = new TreeMap<>();
        Stream.of(Route.values()).forEach(route -> handled.put(route.name(), route.method() + " " + route.path()));

        assertThat(described).isEqualTo(handled);
    }

    @Test
    void every_parameter_is_described_and_every_described_one_is_known() {
        for (Route route : Route.values()) {
            assertThat(described(route, "query"))
                    .as(route.name())
                    .containsExactlyInAnyOrderElementsOf(HttpParameters.known(route));
            assertThat(described(route, "header"))
                    .as(route.name())
                    .isEqualTo(route.changes() ? Set.of("Idempotency-Key") : Set.of());
        }
    }

    @Test
    void the_statuses_are_those_there_are() {
        assertThat(DOCUMENT.at("/components/schemas/Status/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Status.values()).map(Status::name).toList());
    }

    @Test
    void what_a_plan_may_say_is_billed_is_described() {
        JsonNode described = DOCUMENT.at("/components/schemas/BilledItem/properties");

        assertThat(described.at("/what/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(names(BilledItem.What.values()));
        assertThat(described.at("/per/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(names(BilledItem.Per.values()));
        assertThat(described.at("/unit/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(Stream.of(BilledItem.Unit.values())
                        .map(BilledItem.Unit::toString)
                        .toList());
    }

    private static List<String> names(Enum<?>... constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }

    @Test
    void the_api_answers_with_the_document_and_with_what_that_refers_to() throws IOException {
        APIGatewayV2HTTPResponse answer = ApiDocuments.description().toApiGateway();
        assertThat(answer.getBody()).isEqualTo(Files.readString(FILE));
        assertThat(answer.getHeaders())
                .containsEntry("content-type", "application/yaml")
                .containsEntry("cache-control", "private, max-age=3600");

        List<String> outside = DOCUMENT.findValuesAsText("$ref").stream()
                .filter(reference -> !reference.startsWith("#"))
                .toList();
        assertThat(outside)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(URI.create("https://api.example.com/openapi.yaml")
                                .resolve(reference))
                        .hasPath(Route.REQUEST_SCHEMA.path()))
                .allSatisfy(reference -> assertThat(
                                ApiDocuments.requestSchema().toApiGateway().getBody())
                        .isEqualTo(Files.readString(FILE.resolveSibling(reference))));
    }

    private static Set<String> described(Route route, String in) {
        Set<String> names = new TreeSet<>();
        DOCUMENT.path("paths")
                .path(route.path())
                .path(route.method().toLowerCase(Locale.ROOT))
                .path("parameters")
                .forEach(parameter -> {
                    String reference = parameter.path("$ref").asText("");
                    JsonNode one = reference.isEmpty() ? parameter : DOCUMENT.at(reference.substring(1));
                    if (one.path("in").asText().equals(in)) {
                        names.add(one.path("name").asText());
                    }
                });
        return names;
    }

    static JsonNode read(Path file) {
        try {
            return new JsonMapper().valueToTree(new Yaml().load(Files.readString(file)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
