package io.aurorarestore.local.rds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.services.events.EventBridge;
import io.aurorarestore.local.template.Place;
import io.aurorarestore.local.template.Resource;
import io.aurorarestore.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RdsEventSamplesTest {

    private static final Path FOLDER = Path.of("events/rds");
    private static final Place HERE = new Place("us-east-1", "123456789012", "http://localhost:4566");

    private final List<ObjectNode> delivered = new ArrayList<>();
    private final EventBridge events = new EventBridge(Clock.systemUTC());

    @BeforeEach
    void deploy() throws IOException {
        Resource rule = Template.read(Path.of("deploy/template.yaml"), HERE, Map.of("TargetPattern", "*"))
                .all("AWS::Events::Rule")
                .stream()
                .filter(one -> one.logicalId().equals("RdsEventsRule"))
                .findFirst()
                .orElseThrow();
        String pattern = new JsonMapper().valueToTree(rule.map("EventPattern")).toString();
        events.addRule(HERE.region(), "default", rule.logicalId(), pattern, List.of(delivered::add));
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_deployed_rule_takes_it(Path file) throws IOException {
        ObjectNode sample = read(file);

        events.emit(sample);

        assertThat(delivered).containsExactly(sample);
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_deployed_rule_does_not_take_it_from_somebody_else(Path file) throws IOException {
        events.emit(read(file).put("source", "aws.docdb"));

        assertThat(delivered).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void it_is_consistent_in_itself(Path file) throws IOException {
        JsonNode sample = read(file);
        JsonNode detail = sample.path("detail");
        SourceType source = SourceType.valueOf(detail.path("SourceType").asText());

        assertThat(sample.path("detail-type").asText()).isEqualTo(source.detailType());
        assertThat(detail.path("SourceArn").asText())
                .isEqualTo("arn:aws:rds:us-east-1:123456789012:%s:%s"
                        .formatted(
                                source.arnKind(),
                                detail.path("SourceIdentifier").asText()));
        assertThat(sample.path("resources")).singleElement().isEqualTo(detail.path("SourceArn"));
        assertThat(detail.path("Date").asText())
                .startsWith(sample.path("time").asText().replace("Z", "."));
    }

    @ParameterizedTest
    @MethodSource("simulated")
    void the_simulated_rds_sends_it_in_the_same_form(Path file) throws IOException {
        JsonNode sample = read(file);
        ObjectNode sent = sent(sample);

        assertThat(keys("", sent)).isEqualTo(keys("", sample));
        assertThat(sent.path("detail-type")).isEqualTo(sample.path("detail-type"));
        assertThat(sent.at("/detail/SourceType")).isEqualTo(sample.at("/detail/SourceType"));
        assertThat(sent.at("/detail/EventCategories")).isEqualTo(sample.at("/detail/EventCategories"));
        assertThat(start(sent)).isEqualTo(start(sample));
    }

    @Test
    void there_is_a_sample_of_every_event_that_the_simulated_rds_sends() {
        assertThat(files().map(RdsEventSamplesTest::id).collect(Collectors.toSet()))
                .containsAll(
                        Arrays.stream(EventKind.values()).map(EventKind::id).toList());
    }

    static Stream<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Path> simulated() {
        Set<String> ids = Arrays.stream(EventKind.values()).map(EventKind::id).collect(Collectors.toSet());
        return files().filter(file -> ids.contains(id(file)));
    }

    private static ObjectNode sent(JsonNode sample) {
        return EveryEvent.about(tags(sample)).stream()
                .filter(event -> event.at("/detail/EventID").equals(sample.at("/detail/EventID")))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> tags(JsonNode sample) {
        return sample.path("detail").path("Tags").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, tag -> tag.getValue().asText()));
    }

    /** The first two words of the message, which no name or reason gets into. */
    private static List<String> start(JsonNode event) {
        return List.of(event.at("/detail/Message").asText().split(" ")).subList(0, 2);
    }

    private static Set<String> keys(String path, JsonNode node) {
        Set<String> keys = new TreeSet<>();
        node.properties().forEach(field -> {
            keys.add(path + "/" + field.getKey());
            keys.addAll(keys(path + "/" + field.getKey(), field.getValue()));
        });
        return keys;
    }

    private static String id(Path file) {
        try {
            return read(file).at("/detail/EventID").asText();
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static ObjectNode read(Path file) throws IOException {
        return (ObjectNode) Json.read(Files.readString(file));
    }
}
