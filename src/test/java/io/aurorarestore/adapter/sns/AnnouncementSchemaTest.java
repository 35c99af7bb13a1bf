package io.aurorarestore.adapter.sns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.notification.Announcement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema and what is published are of one mind. */
class AnnouncementSchemaTest {

    private static final JsonSchema SCHEMA = schema();

    @ParameterizedTest
    @MethodSource("news")
    void every_message_fits_the_published_schema(Announcement announcement) {
        assertThat(SCHEMA.validate(json(announcement))).isEmpty();
        assertThat(SCHEMA.validate(json(Shortened.to(64, announcement)))).isEmpty();
    }

    @Test
    void a_field_that_the_schema_does_not_know_would_be_noticed() {
        ObjectNode json = json(NewsSamples.refused("orders-drill"));

        assertThat(SCHEMA.validate(json.deepCopy().put("colour", "red"))).isNotEmpty();
        assertThat(SCHEMA.validate(json.deepCopy().without("next"))).isNotEmpty();
        assertThat(SCHEMA.validate(json.deepCopy().without("advice"))).isNotEmpty();
    }

    static Stream<Announcement> news() {
        return NewsSamples.ofEveryKind();
    }

    private static ObjectNode json(Announcement announcement) {
        return Json.readObject(AnnouncementJson.write(announcement, "drill")).orElseThrow();
    }

    /** Receivers shall bear new fields; here each must be described. */
    private static JsonSchema schema() {
        try {
            JsonNode published = new JsonMapper()
                    .readTree(Path.of("events/announcement.schema.json").toFile());
            close(published);
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(published);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(JsonNode node) {
        node.forEach(AnnouncementSchemaTest::close);
        if (node instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
    }
}
