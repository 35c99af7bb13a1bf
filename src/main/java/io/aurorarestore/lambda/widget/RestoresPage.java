package io.aurorarestore.lambda.widget;

import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.text.PlainText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows restores as HTML without scripts, as CloudWatch takes it. */
record RestoresPage(Templates templates, StepSequence plan, WidgetContext context, Instant now) {

    private static final String UNAVAILABLE =
            "<p>The restores cannot be listed now; the log of the function aurora-restore-widget says why.</p>";

    static String unavailable() {
        return UNAVAILABLE;
    }

    String all(List<Restore> live, List<Restore> ended) {
        return templates.restores(
                context.theme(),
                Map.of(
                        "live",
                        live.stream()
                                .map(one -> with(one, new ShownRestore(one, now).live(plan)))
                                .toList(),
                        "ended",
                        ended.stream()
                                .map(one -> with(one, new ShownRestore(one, now).ended()))
                                .toList()));
    }

    private Map<String, Object> with(Restore restore, Map<String, Object> shown) {
        Map<String, Object> all = new HashMap<>(shown);
        all.put("details", context.link("Details", restore.id().value()));
        return all;
    }

    /** @param cut whether the trail has more entries */
    String one(Restore restore, List<AuditEntry> audit, boolean cut) {
        Instant until = restore.status().terminal() && !audit.isEmpty()
                ? audit.get(audit.size() - 1).at()
                : now;
        return templates.restore(
                context.theme(),
                Map.of(
                        "back", context.link("All restores", ""),
                        "one", new ShownRestore(restore, now).shown(),
                        "timeline", new Timeline(audit, until).svg(),
                        "settings", settings(restore),
                        "more", cut ? audit.size() : 0,
                        "audit", audit.stream().map(RestoresPage::entry).toList()));
    }

    private static List<Map<String, String>> settings(Restore restore) {
        Map<String, String> origins = restore.settings().origins();
        return restore.settings().asked().said().entrySet().stream()
                .map(setting -> Map.of(
                        "name", setting.getKey(),
                        "value", PlainText.visible(String.valueOf(setting.getValue())),
                        "from", PlainText.visible(origins.getOrDefault(setting.getKey(), ""))))
                .toList();
    }

    private static Map<String, String> entry(AuditEntry entry) {
        return Map.of(
                "at", entry.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                "step", entry.step().label(),
                "what", entry.what(),
                "why", PlainText.visible(entry.why()),
                "cause", PlainText.visible(entry.cause()));
    }
}
