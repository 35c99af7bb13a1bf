package io.aurorarestore.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.restore.DatabaseUser;
import io.aurorarestore.restore.Grant;
import io.aurorarestore.restore.Profile;
import io.aurorarestore.restore.Reaction;
import io.aurorarestore.restore.Replace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A profile as its JSON, written by people: unknown fields are refused, so that a misspelt one is not passed over. */
public final class ProfileReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ProfileReader() {}

    /** @throws IllegalArgumentException with all that is wrong */
    public static Profile read(String json) {
        List<String> wrong = new ArrayList<>();
        Fields fields = new Fields(object(json), "", wrong);
        Profile profile = new Profile(
                fields.texts("allowedTargets"),
                fields.texts("allowedSources"),
                fields.texts("allowedCallers"),
                SettingsReader.read(fields),
                fields.text("database"),
                fields.objects("users", ProfileReader::user),
                fields.texts("dropRoles"),
                fields.texts("lockRoles"),
                SqlReader.scripts(fields),
                SqlReader.checks(fields),
                fields.objects("onSnapshot", ProfileReader::reaction),
                StepsReader.read(fields));
        fields.refuseUnknown();
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
        return profile;
    }

    private static JsonNode object(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is no JSON", e);
        }
        throw new IllegalArgumentException("it is not a JSON object");
    }

    /** A custom grant comes with its statements. */
    private static Optional<DatabaseUser> user(Fields fields) {
        Optional<String> secret = fields.text("secret");
        Optional<List<String>> statements = fields.texts("statements");
        Optional<Grant.Level> level = fields.word("grant", Grant.Level.values());
        if (secret.isEmpty() || level.isEmpty()) {
            fields.wrong("secret", "and grant are both needed");
            return Optional.empty();
        }
        boolean fits = level.get() == Grant.Level.CUSTOM
                ? !statements.orElse(List.of()).isEmpty()
                : statements.isEmpty();
        if (!fits) {
            fields.wrong("statements", "go with the grant custom, and with no other");
        }
        return Optional.of(new DatabaseUser(secret.get(), new Grant(level.get(), statements.orElse(List.of()))));
    }

    private static Optional<Reaction> reaction(Fields fields) {
        Optional<String> cluster = fields.text("cluster");
        Optional<String> region = fields.text("region");
        Optional<String> target = fields.text("target");
        Optional<Replace> replace = fields.word("replace", Replace.values());
        if (cluster.isEmpty() || target.isEmpty()) {
            fields.wrong("cluster", "and target are both needed");
            return Optional.empty();
        }
        return Optional.of(new Reaction(cluster.get(), region, target.get(), replace.orElse(Replace.REFUSE)));
    }
}
