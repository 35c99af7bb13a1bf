package io.aurorarestore.lambda.widget;

import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Restore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Shows restores as HTML without scripts, as CloudWatch takes it. */
record RestoresPage(Templates templates, StepSequence plan, String theme, Buttons buttons, Instant now) {

    private static final String UNAVAILABLE =
            "<p>The restores cannot be listed now; the log of the function aurora-restore-widget says why.</p>";

    static String unavailable() {
        return UNAVAILABLE;
    }

    String all(Overview overview) {
        return templates.restores(
                theme,
                Map.of(
                        "failed", each(overview.failed(), ShownRestore::whole),
                        "live", each(overview.live(), ShownRestore::whole),
                        "moreFailed", overview.found().moreFailed(),
                        "retirements", each(overview.retirements(), ShownRestore::retirement),
                        "moreRetirements", overview.found().moreLive(),
                        "ended", each(overview.ended(), ShownRestore::brief)));
    }

    private List<Map<String, Object>> each(List<Viewed> some, Function<ShownRestore, Map<String, Object>> texts) {
        return some.stream().map(this::shown).map(texts).toList();
    }

    private ShownRestore shown(Viewed viewed) {
        return new ShownRestore(viewed, plan, buttons, now);
    }

    String one(Viewed viewed) {
        Restore restore = viewed.restore();
        List<AuditEntry> trail = viewed.trail();
        Map<String, Object> page = new HashMap<>();
        page.put("back", buttons.all());
        page.put("report", buttons.report(restore));
        page.put("one", shown(viewed).whole());
        page.put("request", Facts.request(restore));
        page.put("timeline", new Timeline(trail, restore.accepted().usual(), restore.step(), until(viewed)).svg());
        page.put("acts", new AwsCalls(trail).acts());
        page.put("calls", new AwsCalls(trail).counts());
        page.put("hooks", RestoreTables.hooks(restore));
        page.put("settings", RestoreTables.settings(restore));
        page.put("more", trail.size() < restore.entries() ? trail.size() : 0);
        page.put("audit", RestoreTables.audit(trail));
        return templates.restore(theme, page);
    }

    /** @param below its title, as HTML */
    String report(String target, String below) {
        return templates.report(theme, Map.of("back", buttons.all(), "target", target, "report", below));
    }

    private Instant until(Viewed viewed) {
        return viewed.restore().status().terminal()
                ? viewed.last().map(AuditEntry::at).orElse(now)
                : now;
    }
}
