package io.aurorarestore.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the commands of a block answered. */
final class Answer {

    private static final JsonMapper JSON = new JsonMapper();

    private final String out;

    Answer(String out) {
        this.out = out;
    }

    /** If the page shows JSON, the answer is JSON that has all the fields shown; what they hold may differ. */
    void check(DocPage.Step step) {
        refuseFailedEntries(step);
        step.answer()
                .filter(shown -> shown.tag().equals("json"))
                .ifPresent(shown -> assertThat(JsonShape.missing(parsed(shown), last(step)))
                        .as(shown.place() + " shows what is not in the answer: " + out)
                        .isEmpty());
    }

    /** {@code put-events} reports refused entries, and exits 0. */
    private void refuseFailedEntries(DocPage.Step step) {
        values().orElse(List.of())
                .forEach(value -> assertThat(value.path("FailedEntryCount").asInt())
                        .as(step.commands().place() + ": " + out)
                        .isZero());
    }

    private JsonNode last(DocPage.Step step) {
        List<JsonNode> values = values().filter(found -> !found.isEmpty())
                .orElseThrow(() -> new AssertionError(step.commands().place() + " answers no JSON: " + out));
        return values.get(values.size() - 1);
    }

    /** Several commands answer one after another. */
    private Optional<List<JsonNode>> values() {
        try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(out)) {
            return Optional.of(values.readAll());
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    private static JsonNode parsed(CodeBlock shown) {
        try {
            return JSON.readTree(shown.text());
        } catch (JsonProcessingException e) {
            throw new AssertionError(shown.place() + " is no JSON", e);
        }
    }
}
