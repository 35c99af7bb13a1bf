package io.aurorarestore.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.json.RequestReader;
import io.aurorarestore.model.aws.Home;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocRequestsTest {

    private static final JsonMapper JSON = new JsonMapper();

    static List<CodeBlock> json() {
        return DocPage.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.tag().equals("json"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("json")
    void every_json_of_the_documentation_is_json_and_every_request_one_that_is_accepted(CodeBlock block)
            throws Exception {
        JsonNode json = JSON.readTree(block.text());

        if (json.has("target") && json.has("source")) {
            assertThat(new RequestReader(new Home("us-east-1", "123456789012")).read(json))
                    .as(block.place())
                    .isNotNull();
        }
    }

    @Test
    void there_are_some() {
        assertThat(json()).isNotEmpty();
    }
}
