package io.aurorarestore.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aurorarestore.model.request.AcceptedRequestSize;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Requestable;
import io.aurorarestore.model.settings.SnapshotTrigger;
import io.aurorarestore.model.settings.TakenFrom;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a profile from its JSON, written by people: unknown fields are refused, so that a misspelt one is not passed
 * over.
 */
public final class ProfileReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ProfileReader() {}

    /** @throws UnreadableProfileException with all that is wrong */
    public static Profile read(String json) {
        List<String> wrong = new ArrayList<>();
        Fields fields = new Fields(object(json), "", wrong);
        Profile profile = new Profile(
                fields.texts("allowedTargets"),
                fields.texts("allowedSources"),
                fields.texts("allowedCallers"),
                requestMay(fields),
                settings(fields),
                fields.text("database"),
                DatabasesReader.read(fields),
                DatabasesReader.users(fields),
                fields.texts("dropRoles"),
                fields.texts("lockRoles"),
                fields.texts("keepRoles"),
                SqlReader.scripts(fields),
                SqlReader.checks(fields),
                fields.objects("onSnapshot", ProfileReader::reaction),
                StepsReader.read(fields),
                HooksReader.read(fields),
                ObjectivesReader.read(fields));
        fields.refuseUnknown();
        if (!wrong.isEmpty()) {
            throw new UnreadableProfileException(wrong);
        }
        return profile;
    }

    private static JsonNode object(String json) {
        int bytes = json.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > AcceptedRequestSize.MOST) {
            throw new UnreadableProfileException("it has " + bytes + " bytes, more than " + AcceptedRequestSize.MOST);
        }
        try {
            JsonNode node = JSON.readTree(json);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableProfileException("it is no JSON");
        }
        throw new UnreadableProfileException("it is not a JSON object");
    }

    /** Without what a profile may name and not permit any more. */
    private static Optional<List<String>> requestMay(Fields fields) {
        Optional<List<String>> named = fields.texts("requestMay");
        named.orElse(List.of()).stream()
                .filter(one -> !Requestable.canBeNamed(one))
                .forEach(one -> fields.wrong("requestMay", "must not name " + Violations.named(one) + ": " + why(one)));
        return named.map(all -> all.stream().filter(Requestable::canBePermitted).toList());
    }

    private static String why(String setting) {
        return Requestable.isNever(setting) ? "a request may never say it" : "there is no such setting";
    }

    /** A secret of one name would be the master's of every target. */
    private static ClusterSettings settings(Fields fields) {
        ClusterSettings settings = SettingsReader.read(fields);
        settings.masterSecret()
                .filter(name -> !name.contains(ClusterSettings.TARGET) && !name.equals(ClusterSettings.MANAGED))
                .ifPresent(one -> fields.wrong(
                        "masterSecret",
                        "must contain " + ClusterSettings.TARGET + ", or be " + ClusterSettings.MANAGED
                                + ": each target needs a secret of its own"));
        return settings;
    }

    private static Optional<SnapshotTrigger> reaction(Fields fields) {
        Optional<String> cluster = fields.identifier("cluster");
        Optional<String> region = fields.text("region");
        Optional<String> target = fields.identifier("target");
        Optional<ReplaceMode> replace = fields.word("replace", ReplaceMode.values());
        Optional<TakenFrom> from = fields.word("from", TakenFrom.values());
        if (cluster.isEmpty() || target.isEmpty()) {
            fields.wrong("cluster", "and target are both needed");
            return Optional.empty();
        }
        return Optional.of(new SnapshotTrigger(
                cluster.get(),
                region,
                target.get(),
                replace.orElse(ReplaceMode.REFUSE),
                from.orElse(TakenFrom.SNAPSHOT)));
    }
}
