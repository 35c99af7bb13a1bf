package io.aurorarestore.docs.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** {@code --output text}: a line for each list of plain values, tabs between them. */
final class TextOutput {

    private TextOutput() {}

    static String of(JsonNode value) {
        List<String> lines = new ArrayList<>();
        lines(value, lines);
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static void lines(JsonNode value, List<String> lines) {
        List<JsonNode> plain =
                stream(value).filter(one -> !one.isContainerNode()).toList();
        if (!value.isContainerNode()) {
            lines.add(text(value));
        } else if (!plain.isEmpty()) {
            lines.add(plain.stream().map(TextOutput::text).collect(Collectors.joining("\t")));
        }
        stream(value).filter(JsonNode::isContainerNode).forEach(inner -> lines(inner, lines));
    }

    private static Stream<JsonNode> stream(JsonNode value) {
        return StreamSupport.stream(value.spliterator(), false);
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "None" : value.isBoolean() ? (value.asBoolean() ? "True" : "False") : value.asText();
    }
}
