package io.aurorarestore.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.model.settings.ReplaceMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private final List<String> wrong = new ArrayList<>();

    @Test
    void what_is_not_there_is_empty_and_not_wrong() {
        Fields fields = fields("{}");

        assertThat(fields.text("a")).isEmpty();
        assertThat(fields.flag("a")).isEmpty();
        assertThat(fields.number("a", 1, 2)).isEmpty();
        assertThat(fields.decimal("a", 1, 2)).isEmpty();
        assertThat(fields.texts("a")).isEmpty();
        assertThat(TagsReader.read(fields)).isEmpty();
        assertThat(fields.word("a", ReplaceMode.values())).isEmpty();
        assertThat(fields.object("a").text("b")).isEmpty();
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_ends_of_a_range_are_within_it() {
        Fields fields = fields("{'least':1,'most':9,'over':10,'half':0.5}");

        assertThat(fields.number("least", 1, 9)).contains(1);
        assertThat(fields.number("most", 1, 9)).contains(9);
        assertThat(fields.decimal("half", 0.5, 9)).contains(0.5);
        assertThat(fields.decimal("most", 0.5, 9)).contains(9.0);
        assertThat(wrong).isEmpty();
        assertThat(fields.number("over", 1, 9)).isEmpty();
        assertThat(wrong).containsExactly("over must be a whole number from 1 to 9");
    }

    @Test
    void texts_and_lists_may_be_so_long_and_no_longer() {
        String longest = "x".repeat(1024);
        Fields fields = fields("{'t':'" + longest + "','u':'" + longest + "x','l':[" + many(101) + "]}");

        assertThat(fields.text("t")).contains(longest);
        assertThat(wrong).isEmpty();
        fields.text("u");
        fields.texts("l");
        assertThat(wrong)
                .containsExactly("u must be a text of 1 to 1024 characters", "l must be a list of at most 100");
    }

    @Test
    void a_nested_field_is_named_with_its_path_and_a_long_name_is_cut() {
        Fields fields = fields("{'outer':{'inner':1,'" + "n".repeat(100) + "':1}}");

        Fields outer = fields.object("outer");
        outer.text("inner");
        outer.refuseUnknown();
        fields.refuseUnknown();

        assertThat(wrong)
                .containsExactly(
                        "outer.inner must be a text of 1 to 1024 characters",
                        "unknown field outer." + "n".repeat(64) + "…");
    }

    @Test
    void of_endless_mistakes_some_are_told() {
        String names =
                IntStream.range(0, 10_000).mapToObj(n -> "'f" + n + "':1").collect(Collectors.joining(","));
        fields("{" + names + "}").refuseUnknown();

        assertThat(wrong).hasSize(50);
    }

    private static String many(int count) {
        return IntStream.range(0, count).mapToObj(n -> "'x'").collect(Collectors.joining(","));
    }

    private Fields fields(String json) {
        try {
            return new Fields(new JsonMapper().readTree(json.replace('\'', '"')), "", wrong);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
