package io.aurorarestore.lambda.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aurorarestore.json.TimesJson;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.ScriptProgress;
import io.aurorarestore.model.settings.Check;
import io.aurorarestore.model.settings.DatabaseUser;
import io.aurorarestore.model.settings.OneDatabase;
import io.aurorarestore.model.settings.Profile;
import io.aurorarestore.model.settings.Script;
import io.aurorarestore.model.settings.SnapshotTrigger;
import io.aurorarestore.model.settings.StepTiming;
import io.aurorarestore.model.text.EnumText;
import io.aurorarestore.port.RestoreViews.Listed;
import io.aurorarestore.port.RestoreViews.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Writes restores, audit entries and profiles as JSON for callers. Secrets are named, never shown. */
final class RestoreJson {

    private static final JsonMapper JSON = new JsonMapper();

    private RestoreJson() {}

    private static ObjectNode progress(ScriptProgress work) {
        return object().put("script", work.script())
                .put("number", work.number())
                .put("scripts", work.scripts())
                .put("rounds", work.rounds())
                .put("rows", work.rows())
                .put("at", work.at().toString());
    }

    /** As earlier restores of the target from such a source took; of the step only while it is at one. */
    private static Optional<ObjectNode> expected(Restore restore) {
        ObjectNode json = object();
        if (!restore.status().terminal()) {
            restore.expectedOfStep().ifPresent(step -> json.set("step", TimesJson.expected(step)));
        }
        restore.expected().ifPresent(whole -> json.set("whole", TimesJson.expected(whole)));
        return json.isEmpty() ? Optional.empty() : Optional.of(json);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** @param retirement of the cluster that it set aside, where it is to be deleted later */
    static ObjectNode restore(Restore restore, Optional<Restore> retirement) {
        ObjectNode json = object().put("id", restore.id().value())
                .put("status", restore.status().name())
                .put("step", restore.step().label())
                .put("target", restore.target())
                .put("profile", restore.accepted().request().profile())
                .put("source", restore.accepted().request().source().description())
                .put("replace", EnumText.of(restore.replace()))
                .put("openedAt", restore.accepted().openedAt().toString())
                .put("openedBy", restore.accepted().by())
                .put("waitingFor", restore.progress().waitingFor());
        restore.progress().work().ifPresent(work -> json.set("progress", progress(work)));
        restore.progress().times().ended().ifPresent(at -> json.put("endedAt", at.toString()));
        expected(restore).ifPresent(expected -> json.set("expected", expected));
        restore.outputs().snapshot().map(Snapshot::arn).ifPresent(arn -> json.put("snapshot", arn));
        restore.outputs().dataTime().ifPresent(at -> json.put("dataOf", at.toString()));
        restore.outputs().endpoint().ifPresent(endpoint -> json.put("endpoint", endpoint.toString()));
        restore.schedule().wakeAt().ifPresent(at -> json.put("nextLookAt", at.toString()));
        restore.outcome().failure().ifPresent(failure -> json.set("failure", failure(failure)));
        restore.outcome().trouble().ifPresent(trouble -> json.set("trouble", failure(trouble)));
        restore.outcome().warnings().forEach(json.withArray("warnings")::add);
        restore.resources().owned().forEach(one -> json.withArray("resources").add(one.toString()));
        restore.hooks().asked().forEach(one -> json.withArray("hooks").add(HookJson.of(one)));
        retirement.ifPresent(one -> json.set("retirement", retirement(restore, one)));
        return json;
    }

    /** What is deleted and when. To cancel it keeps the cluster. */
    private static ObjectNode retirement(Restore restore, Restore retirement) {
        ObjectNode json = object().put("id", retirement.id().value())
                .put("cluster", retirement.names().setAside())
                .put("status", retirement.status().name());
        restore.outputs().retiresAt().ifPresent(due -> json.put("due", due.toString()));
        return json;
    }

    /** One that this version cannot read is shown as far as it can. */
    static ObjectNode listed(Listed listed, Optional<Restore> retirement) {
        return listed.restore()
                .map(one -> restore(one, retirement))
                .orElseGet(() -> object().put("id", listed.id())
                        .put("status", listed.status())
                        .put("step", listed.step())
                        .put("target", listed.target())
                        .put("openedAt", listed.openedAt())
                        .put("unreadable", true));
    }

    private static ObjectNode failure(Failure failure) {
        return object().put("code", failure.code().name())
                .put("message", failure.message())
                .put("advice", failure.code().advice());
    }

    static ObjectNode audit(AuditEntry entry) {
        ObjectNode json = object().put("seq", entry.seq())
                .put("at", entry.at().toString())
                .put("step", entry.step().label())
                .put("what", entry.what())
                .put("why", entry.why())
                .put("cause", entry.cause())
                .put("by", entry.by());
        if (!entry.calls().isEmpty()) {
            json.set("calls", JSON.valueToTree(new TreeMap<>(entry.calls())));
        }
        return json;
    }

    static <T> ObjectNode page(String name, Page<T> page, Function<T, ObjectNode> item) {
        ObjectNode json = object();
        ArrayNode items = json.putArray(name);
        page.items().forEach(one -> items.add(item.apply(one)));
        page.next().ifPresent(next -> json.put("next", next));
        return json;
    }

    static ObjectNode profile(String name, Profile profile) {
        ObjectNode json = object().put("name", name);
        texts(json, "allowedTargets", profile.allowedTargets());
        texts(json, "allowedSources", profile.allowedSources());
        texts(json, "allowedCallers", profile.allowedCallers());
        texts(json, "requestMay", profile.requestMay());
        profile.database().ifPresent(database -> json.put("database", database));
        profile.databases()
                .ifPresent(all -> all.forEach(one -> json.withArray("databases").add(database(one))));
        profile.users().ifPresent(users -> users(json, users));
        texts(json, "dropRoles", profile.dropRoles());
        texts(json, "lockRoles", profile.lockRoles());
        texts(json, "keepRoles", profile.keepRoles());
        profile.scripts().ifPresent(all -> scripts(json, all));
        profile.checks().ifPresent(all -> checks(json, all));
        profile.onSnapshot()
                .ifPresent(
                        all -> all.forEach(one -> json.withArray("onSnapshot").add(reaction(one))));
        profile.steps().ifPresent(steps -> json.set("steps", steps(steps)));
        profile.hooks()
                .ifPresent(all -> all.forEach(one -> json.withArray("hooks").add(HookJson.of(one))));
        profile.objectives().ifPresent(some -> json.set("objectives", TimesJson.objectives(some)));
        ObjectNode settings = json.putObject("settings");
        profile.settings().said().forEach((setting, value) -> settings.set(setting, value(value)));
        return json;
    }

    private static ObjectNode database(OneDatabase database) {
        ObjectNode json = object().put("name", database.name());
        users(json, database.users());
        scripts(json, database.scripts());
        checks(json, database.checks());
        return json;
    }

    private static void users(ObjectNode json, List<DatabaseUser> users) {
        users.forEach(user -> json.withArray("users")
                .addObject()
                .put("secret", user.secret())
                .put("grant", EnumText.of(user.grant().level())));
    }

    private static void scripts(ObjectNode json, List<Script> scripts) {
        scripts.forEach(one -> json.withArray("scripts").add(one.name()));
    }

    /** Of SQL only the name is told. */
    private static void checks(ObjectNode json, List<Check> checks) {
        IntStream.range(0, checks.size())
                .forEach(at -> json.withArray("checks").add(checks.get(at).title(at + 1)));
    }

    private static ObjectNode steps(Map<StepName, StepTiming> steps) {
        ObjectNode json = object();
        new TreeMap<>(steps).forEach((step, timing) -> {
            ObjectNode one = json.putObject(step.label());
            timing.deadline().ifPresent(deadline -> one.put("deadline", deadline.toString()));
            timing.pace().ifPresent(pace -> one.put("pace", pace.toString()));
        });
        return json;
    }

    private static ObjectNode reaction(SnapshotTrigger reaction) {
        ObjectNode json = object().put("cluster", reaction.cluster());
        reaction.region().ifPresent(region -> json.put("region", region));
        return json.put("target", reaction.target())
                .put("replace", EnumText.of(reaction.replace()))
                .put("from", EnumText.of(reaction.from()));
    }

    private static JsonNode value(Object value) {
        if (value instanceof List || value instanceof Map || value instanceof Number || value instanceof Boolean) {
            return JSON.valueToTree(value);
        }
        return JSON.getNodeFactory().textNode(value instanceof Enum<?> word ? EnumText.of(word) : value.toString());
    }

    /** An empty list is shown: it says something else than none. */
    private static void texts(ObjectNode json, String name, Optional<List<String>> texts) {
        texts.ifPresent(all -> all.forEach(json.putArray(name)::add));
    }
}
