package io.aurorarestore.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SourceSelector;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import io.aurorarestore.model.text.Sensitive;
import java.util.Optional;

/** Reads a request from JSON, or says everything that is wrong with it at once. */
public final class RequestReader {

    private static final String TASK_TOKEN = "taskToken";

    /** Step Functions' limit, in characters. */
    private static final int LONGEST_TOKEN = 2048;

    private final Home home;

    public RequestReader(Home home) {
        this.home = home;
    }

    /**
     * What was read.
     *
     * @param dryRun whether nothing but an answer is wanted
     */
    public record Asked(RestoreRequest request, boolean dryRun) {}

    /** The token of the Step Functions execution that waits for the end, readable or not the rest may be. */
    public static Optional<Sensitive> taskToken(JsonNode json) {
        return Optional.of(json.path(TASK_TOKEN).asText(""))
                .filter(text -> !text.isBlank() && text.length() <= LONGEST_TOKEN)
                .map(Sensitive::new);
    }

    /** @throws RequestRejectedException with {@code INVALID_REQUEST} */
    public Asked read(JsonNode json) {
        Fields fields = Fields.ofRequest(json);
        fields.text("requestId");
        String target = target(fields);
        Optional<SourceSelector> source = new SourceReader(home, fields).read();
        String profile = profile(fields);
        ReplaceMode replace = fields.word("replace", ReplaceMode.values()).orElse(ReplaceMode.REFUSE);
        boolean acceptDataLoss = fields.flag("acceptDataLoss").orElse(false);
        ClusterSettings settings = settings(fields);
        boolean dryRun = fields.flag("dryRun").orElse(false);
        fields.text(TASK_TOKEN, LONGEST_TOKEN);
        fields.refuseUnknown();
        fields.refuseWrong();
        return new Asked(
                new RestoreRequest(target, source.orElseThrow(), profile, replace, acceptDataLoss, settings), dryRun);
    }

    private static String profile(Fields fields) {
        Optional<String> profile = fields.text("profile");
        profile.filter(name -> !Profile.isName(name))
                .ifPresent(bad -> fields.wrong("profile", "is no name of a profile: " + Profile.NAME_RULE));
        return profile.orElse(RestoreRequest.DEFAULT_PROFILE);
    }

    /** What becomes of the old cluster may stand beside {@code replace} as well. */
    private static ClusterSettings settings(Fields fields) {
        Fields nested = fields.object("settings");
        ClusterSettings settings = SettingsReader.read(nested);
        nested.refuseUnknown();
        return ClusterSettings.builder()
                .with(ClusterSetting.FINAL_SNAPSHOT, fields.flag("finalSnapshot"))
                .with(ClusterSetting.RETIREMENT, fields.parsed("retirement", Retirement::parse))
                .take(settings)
                .build();
    }

    private static String target(Fields fields) {
        if (!fields.has("target")) {
            fields.wrong("target", "is missing: the name the restored cluster is to have");
        }
        return fields.identifier("target").orElse("");
    }
}
