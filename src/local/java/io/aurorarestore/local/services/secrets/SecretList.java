package io.aurorarestore.local.services.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.local.front.AwsException;
import io.aurorarestore.local.front.Json;
import io.aurorarestore.local.services.Page;
import java.util.List;
import java.util.function.Predicate;

/**
 * ListSecrets: in pages, filtered. A filter's values are alternatives, with {@code !} in front they are excluded.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Filter.html">AWS</a>
 */
final class SecretList {

    private static final int LARGEST_PAGE = 100;

    private final SecretJson json = new SecretJson();

    JsonNode list(SecretStore store, ObjectNode input) {
        var wanted = wanted(input);
        var all = store.all().stream().filter(wanted).toList();
        var page = Page.of(all, input.path("NextToken").asText(""), size(input), badToken());
        var answer = Json.object();
        var list = answer.putArray("SecretList");
        page.items().forEach(secret -> list.add(json.describe(secret, "SecretVersionsToStages")));
        return page.next() == null ? answer : answer.put("NextToken", page.next());
    }

    private int size(ObjectNode input) {
        int size = input.path("MaxResults").asInt(LARGEST_PAGE);
        if (size < 1 || size > LARGEST_PAGE) {
            throw SecretsErrors.invalidParameter("MaxResults must be between 1 and 100.");
        }
        return size;
    }

    private Predicate<Secret> wanted(ObjectNode input) {
        boolean deletedToo = input.path("IncludePlannedDeletion").asBoolean();
        Predicate<Secret> wanted = secret -> deletedToo || secret.deletion == null;
        for (JsonNode filter : input.path("Filters")) {
            wanted = wanted.and(any(filter));
        }
        return wanted;
    }

    private Predicate<Secret> any(JsonNode filter) {
        String key = filter.path("Key").asText();
        Predicate<Secret> any = secret -> false;
        for (JsonNode value : filter.path("Values")) {
            any = any.or(one(key, value.asText()));
        }
        return any;
    }

    private Predicate<Secret> one(String key, String value) {
        return value.startsWith("!")
                ? one(key, value.substring(1)).negate()
                : secret -> texts(key, secret).stream().anyMatch(text -> text.startsWith(value));
    }

    private List<String> texts(String key, Secret secret) {
        return switch (key) {
            case "name" -> List.of(secret.name);
            case "description" -> secret.description == null ? List.of() : List.of(secret.description);
            case "tag-key" -> List.copyOf(secret.tags.keySet());
            case "tag-value" -> List.copyOf(secret.tags.values());
            default -> throw SecretsErrors.invalidParameter("The local AWS does not filter secrets by " + key + ".");
        };
    }

    private AwsException badToken() {
        return AwsException.badRequest("InvalidNextTokenException", "The NextToken value is invalid.");
    }
}
