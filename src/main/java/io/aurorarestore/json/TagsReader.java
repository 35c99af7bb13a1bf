package io.aurorarestore.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.text.PlainText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads the tags of a cluster: what RDS takes, and none that say something to AWS or to this service.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Tagging.html">Tags in RDS</a>
 */
final class TagsReader {

    /** A resource of RDS has at most 50; the service has to add its own. */
    private static final int MOST = 45;

    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*+");

    private static final String CHARACTERS = "letters, digits, spaces and _.:/=+-@";

    private final Fields fields;

    private TagsReader(Fields fields) {
        this.fields = fields;
    }

    static Optional<Map<String, String>> read(Fields fields) {
        return fields.value("tags").flatMap(new TagsReader(fields)::read);
    }

    private Optional<Map<String, String>> read(JsonNode tags) {
        if (!tags.isObject() || tags.size() > MOST) {
            fields.wrong(
                    "tags", "must be an object of at most " + MOST + " tags: RDS takes 50, with the service's own");
            return Optional.empty();
        }
        Map<String, String> all = new TreeMap<>();
        tags.properties().forEach(tag -> read(tag.getKey(), tag.getValue(), all));
        return Optional.of(all);
    }

    private void read(String key, JsonNode value, Map<String, String> all) {
        String name = "tags." + Violations.named(key);
        if (Ownership.isReserved(key)) {
            fields.wrong(
                    name,
                    "is reserved: keys that begin with aws:, rds: or aurora-restore: are not for requests or profiles");
        } else if (key.isBlank() || !fits(key, LONGEST_KEY)) {
            fields.wrong(name, "must have a key of 1 to " + LONGEST_KEY + " " + CHARACTERS);
        } else if (!value.isTextual() || !fits(value.asText(), LONGEST_VALUE)) {
            fields.wrong(name, "must be a text of 0 to " + LONGEST_VALUE + " " + CHARACTERS);
        } else {
            all.put(key, value.asText());
        }
    }

    /** RDS counts characters, whatever Java needs for them. */
    private static boolean fits(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                && PlainText.isPlain(text)
                && ALLOWED.matcher(text).matches();
    }
}
