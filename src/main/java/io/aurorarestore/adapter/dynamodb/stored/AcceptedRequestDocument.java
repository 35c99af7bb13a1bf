package io.aurorarestore.adapter.dynamodb.stored;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.request.AcceptedRequest;
import io.aurorarestore.model.request.ClusterSelector;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.request.SourceSelector;
import io.aurorarestore.model.settings.Objectives;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Settings;
import io.aurorarestore.model.settings.StepTiming;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Maps an accepted request to its stored JSON, and back. It is written once. */
final class AcceptedRequestDocument {

    private AcceptedRequestDocument() {}

    static StoredJson write(AcceptedRequest accepted) {
        return new StoredJson()
                .object("request", write(accepted.request()))
                .object("settings", write(accepted.settings()))
                .text("key", accepted.key())
                .text("by", accepted.by())
                .text("openedAt", accepted.openedAt().toString())
                .object("usual", DurationsDocument.present(accepted.usual()), DurationsDocument::write);
    }

    private static StoredJson write(RestoreRequest request) {
        return new StoredJson()
                .text("target", request.target())
                .object("source", write(request.source()))
                .text("profile", request.profile())
                .constant("replace", request.replace())
                .flag("acceptDataLoss", request.acceptDataLoss())
                .object("settings", SettingsDocument.write(request.settings()));
    }

    /** What is no text is said by the kind. */
    private static StoredJson write(SourceSelector source) {
        StoredJson json = new StoredJson();
        source.asked().forEach((field, value) -> {
            if (value instanceof String text) {
                json.text(field, text);
            }
        });
        return json.text("kind", source.<String>of(AcceptedRequestDocument::kind, AcceptedRequestDocument::kind));
    }

    private static String kind(SnapshotSelector source) {
        if (source instanceof SnapshotSelector.ById) {
            return "byId";
        }
        return source instanceof SnapshotSelector.OnDay ? "onDay" : "latest";
    }

    private static String kind(ClusterSelector source) {
        return source.isClone() ? "clone" : "pointInTime";
    }

    private static StoredJson write(Settings settings) {
        StoredJson steps = new StoredJson();
        new TreeMap<>(settings.steps()).forEach((step, timing) -> steps.object(step.name(), write(timing)));
        return new StoredJson()
                .texts("allowedSources", settings.allowedSources())
                .object("asked", SettingsDocument.write(settings.asked()))
                .textMap("origins", settings.origins())
                .object("database", DatabaseDocument.write(settings.database()))
                .object("steps", steps)
                .object("hooks", HooksDocument.present(settings.hooks()), HooksDocument::write)
                .object(
                        "objectives",
                        Optional.of(settings.objectives()).filter(some -> !some.equals(Objectives.NONE)),
                        AcceptedRequestDocument::write);
    }

    private static StoredJson write(Objectives objectives) {
        return new StoredJson().text("rto", objectives.rto()).text("rpo", objectives.rpo());
    }

    private static Objectives objectives(StoredFields stored) {
        return new Objectives(stored.maybeDuration("rto"), stored.maybeDuration("rpo"));
    }

    private static StoredJson write(StepTiming timing) {
        return new StoredJson().text("deadline", timing.deadline()).text("pace", timing.pace());
    }

    static AcceptedRequest read(StoredFields stored) {
        return new AcceptedRequest(
                request(stored.object("request")),
                settings(stored.object("settings")),
                stored.text("key"),
                stored.text("by"),
                stored.instant("openedAt"),
                DurationsDocument.read(stored.object("usual")));
    }

    private static RestoreRequest request(StoredFields stored) {
        return new RestoreRequest(
                stored.text("target"),
                source(stored.object("source")),
                stored.text("profile"),
                stored.constant("replace", ReplaceMode.class),
                stored.flag("acceptDataLoss"),
                SettingsDocument.read(stored.object("settings")));
    }

    private static SourceSelector source(StoredFields stored) {
        return switch (stored.text("kind")) {
            case "byId" -> new SnapshotSelector.ById(stored.text("snapshot"));
            case "latest" -> new SnapshotSelector.Latest(stored.text("cluster"), stored.text("region"));
            case "onDay" ->
                new SnapshotSelector.OnDay(
                        stored.text("cluster"),
                        stored.text("region"),
                        stored.parsed("on", LocalDate::parse).orElseThrow(() -> new CorruptItemException("on")));
            case "pointInTime" -> new ClusterSelector.PointInTime(cluster(stored), at(stored));
            case "clone" -> new ClusterSelector.CopyOnWrite(cluster(stored));
            default -> throw new UnknownConstantException(SourceSelector.class);
        };
    }

    private static ClusterKey cluster(StoredFields stored) {
        return stored.maybeText("resourceId")
                .map(ClusterKey::ofResource)
                .orElseGet(() -> ClusterKey.named(stored.text("cluster")));
    }

    private static Optional<Instant> at(StoredFields stored) {
        return stored.text("at").equals(ClusterSelector.PointInTime.LATEST)
                ? Optional.empty()
                : stored.maybeInstant("at");
    }

    private static Settings settings(StoredFields stored) {
        Map<StepName, StepTiming> steps = new LinkedHashMap<>();
        stored.map("steps", AcceptedRequestDocument::timing)
                .forEach((name, timing) -> steps.put(StoredFields.stepOf(name), timing));
        return new Settings(
                stored.texts("allowedSources"),
                SettingsDocument.read(stored.object("asked")),
                stored.textMap("origins"),
                DatabaseDocument.read(stored.object("database")),
                Map.copyOf(steps),
                HooksDocument.read(stored.object("hooks")),
                objectives(stored.object("objectives")));
    }

    private static StepTiming timing(StoredFields stored) {
        return new StepTiming(stored.maybeDuration("deadline"), stored.maybeDuration("pace"));
    }
}
