package io.aurorarestore.lambda.widget;

import io.aurorarestore.intake.SettingOrigins;
import io.aurorarestore.model.restore.AskedHook;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Hook;
import io.aurorarestore.model.text.EnumText;
import io.aurorarestore.model.text.PlainText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Fills the tables on the page of one restore. */
final class RestoreTables {

    private RestoreTables() {}

    /** Those of the cluster as far as they are known, by name. */
    static List<Map<String, String>> settings(Restore restore) {
        SettingOrigins origins = SettingOrigins.of(restore);
        return new TreeMap<>(restore.cluster().said())
                .entrySet().stream()
                        .map(setting -> Map.of(
                                "name", setting.getKey(),
                                "value", PlainText.visible(SettingOrigins.shown(setting.getValue())),
                                "from", PlainText.visible(origins.of(setting.getKey()))))
                        .toList();
    }

    /** In the order of the profile, whether it came to them yet or not. */
    static List<Map<String, String>> hooks(Restore restore) {
        return restore.settings().hooks().stream()
                .map(hook -> hook(hook, restore.hooks().of(hook.name())))
                .toList();
    }

    private static Map<String, String> hook(Hook hook, Optional<AskedHook> asked) {
        return Map.of(
                "name", hook.name(),
                "before", hook.before().label(),
                "state",
                        asked.map(one -> EnumText.of(one.state()) + percent(one))
                                .orElse("to come"),
                "asked", asked.map(one -> Times.at(one.askedAt())).orElse(""),
                "heard", asked.flatMap(AskedHook::heardAt).map(Times::at).orElse(""),
                "message", asked.map(AskedHook::message).orElse(""));
    }

    private static String percent(AskedHook hook) {
        return hook.percent()
                .filter(percent -> hook.unanswered())
                .map(percent -> ", " + percent + " %")
                .orElse("");
    }

    static List<Map<String, String>> audit(List<AuditEntry> trail) {
        return trail.stream().map(entry -> entry(entry, "")).toList();
    }

    /** @param calls of AWS with which it was done */
    static Map<String, String> entry(AuditEntry entry, String calls) {
        return Map.of(
                "at", Times.second(entry.at()),
                "step", entry.step().label(),
                "what", entry.what(),
                "why", PlainText.visible(entry.why()),
                "cause", PlainText.visible(entry.cause()),
                "by", PlainText.visible(entry.by()),
                "calls", PlainText.visible(calls));
    }
}
