package io.aurorarestore.docs.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;

/**
 * The words after a parameter: text, JSON, the CLI's shorthand, or {@code file://…}.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters.html">Parameters</a>
 */
final class Words {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILE = "file://";

    private Words() {}

    static JsonNode value(SdkField<?> field, List<String> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("--" + field.memberName() + " needs a value");
        }
        return switch (field.marshallingType().getKnownType()) {
            case LIST -> list(field.getRequiredTrait(ListTrait.class).memberFieldInfo(), words);
            case MAP, SDK_POJO -> structure(String.join(",", words));
            default -> TextNode.valueOf(content(one(field, words)));
        };
    }

    static JsonNode json(List<String> words) {
        return parsed(content(String.join(" ", words)));
    }

    private static JsonNode list(SdkField<?> member, List<String> words) {
        if (words.size() == 1 && content(words.get(0)).strip().startsWith("[")) {
            return parsed(content(words.get(0)));
        }
        ArrayNode list = JSON.createArrayNode();
        words.forEach(word -> list.add(isText(member) ? TextNode.valueOf(content(word)) : structure(word)));
        return list;
    }

    private static boolean isText(SdkField<?> field) {
        MarshallingKnownType type = field.marshallingType().getKnownType();
        return type != MarshallingKnownType.SDK_POJO
                && type != MarshallingKnownType.MAP
                && type != MarshallingKnownType.LIST;
    }

    private static JsonNode structure(String word) {
        String text = content(word).strip();
        return text.startsWith("{") || text.startsWith("[") ? parsed(text) : Shorthand.parse(text);
    }

    private static String one(SdkField<?> field, List<String> words) {
        if (words.size() > 1) {
            throw new IllegalArgumentException("--" + field.memberName() + " takes one value, not " + words);
        }
        return words.get(0);
    }

    private static String content(String word) {
        if (!word.startsWith(FILE)) {
            return word;
        }
        try {
            return Files.readString(Path.of(word.substring(FILE.length())));
        } catch (IOException e) {
            throw new IllegalArgumentException(word + " cannot be read", e);
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + text, e);
        }
    }
}
