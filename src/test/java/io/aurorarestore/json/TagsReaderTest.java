package io.aurorarestore.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsReaderTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> wrong = new ArrayList<>();

    @Test
    void all_that_RDS_takes_is_read() {
        Map<String, String> tags =
                Map.of("team", "orders", "Kosten stelle", "", "a_.:/=+-@1", "ö 2/3", "k".repeat(128), "v".repeat(256));

        assertThat(read(tags)).isEqualTo(tags);
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_character_that_java_needs_two_for_counts_as_one() {
        String letter = Character.toString(0x20000);

        assertThat(read(Map.of(letter.repeat(128), letter.repeat(256)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aurora-restore:allowed",
                "aurora-restore:restore-id",
                "Aurora-Restore:anything",
                " aurora-restore:allowed",
                "aws:cloudformation:stack-name",
                "AWS:x",
                "rds:x",
                "Rds:"
            })
    void keys_that_AWS_or_the_service_believe_are_reserved_in_any_case(String key) {
        read(Map.of(key, "true"));

        assertThat(wrong).singleElement().asString().startsWith("tags." + key + " is reserved");
    }

    @Test
    void what_RDS_would_refuse_is_said_by_the_key() {
        read(Map.of("a", "v".repeat(257), "b", "100 %", "c\n", "x", "d\u2028", "x", "k".repeat(129), "x", "", "x"));

        assertThat(wrong)
                .hasSize(6)
                .anyMatch(one -> one.startsWith("tags.a must be a text of 0 to 256"))
                .anyMatch(one -> one.startsWith("tags.b must be a text of 0 to 256"))
                .anyMatch(one -> one.startsWith("tags. must have a key of 1 to 128"))
                .anyMatch(one -> one.startsWith("tags." + "k".repeat(64) + "… must have a key of 1 to 128"));
    }

    @Test
    void there_is_room_for_the_tags_of_the_service() {
        assertThat(read(many(45))).hasSize(45);
        assertThat(wrong).isEmpty();

        read(many(46));
        assertThat(wrong)
                .containsExactly("tags must be an object of at most 45 tags: RDS takes 50, with the service's own");
    }

    private static Map<String, String> many(int count) {
        return IntStream.range(0, count)
                .boxed()
                .collect(java.util.stream.Collectors.toMap(number -> "k" + number, number -> "v"));
    }

    private Map<String, String> read(Map<String, String> tags) {
        ObjectNode object = JSON.createObjectNode();
        object.set("tags", JSON.valueToTree(tags));
        return TagsReader.read(new Fields(object, "", wrong)).orElse(Map.of());
    }
}
