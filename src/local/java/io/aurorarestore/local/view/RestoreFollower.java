package io.aurorarestore.local.view;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows every restore from its opening until it has ended and said so, and again if it is resumed. */
public final class RestoreFollower {

    private static final Set<String> GOING_ON = Set.of("RUNNING", "ROLLING_BACK");

    private final ServiceTables tables;
    private final Screen screen;
    private final Ends ends;
    private final Map<String, Followed> live = new LinkedHashMap<>();
    /** The last entry of each restore that has ended. */
    private final Map<String, Long> over = new HashMap<>();

    /** Hears which restores there are, each by the attributes of its item. */
    public interface Ends {

        /** It is followed from now on. */
        void opened(Map<String, String> restore);

        /** @return what to show below its steps */
        String ended(Map<String, String> restore);
    }

    private record Followed(String title, ProgressModel model) {

        Section section() {
            return new Section(title, model.steps());
        }
    }

    public RestoreFollower(ServiceTables tables, Screen screen, Ends ends) {
        this.tables = tables;
        this.screen = screen;
        this.ends = ends;
    }

    /** Shows what has become of all restores since the last time. */
    public void look() {
        for (Map<String, String> restore : tables.restores()) {
            String id = restore.getOrDefault("id", "");
            if (!live.containsKey(id) && (!over.containsKey(id) || goesOn(restore))) {
                open(restore);
            }
            Followed followed = live.get(id);
            if (followed != null) {
                follow(id, restore, followed);
            }
        }
        if (!live.isEmpty()) {
            screen.show(live.values().stream().map(Followed::section).toList(), Instant.now());
        }
    }

    private void open(Map<String, String> restore) {
        String id = restore.getOrDefault("id", "");
        Long last = over.remove(id);
        String title =
                "Restore " + id + " of " + restore.getOrDefault("target", "") + (last == null ? ":" : ", resumed:");
        live.put(id, new Followed(title, last == null ? new ProgressModel() : new ProgressModel(last)));
        ends.opened(restore);
    }

    private static boolean goesOn(Map<String, String> restore) {
        return GOING_ON.contains(restore.getOrDefault("status", ""));
    }

    private void follow(String id, Map<String, String> restore, Followed followed) {
        List<AuditLine> audit = tables.audit(id);
        followed.model().apply(audit);
        followed.model().doing(restore.getOrDefault("doing", ""));
        if (followed.model().announced() && !goesOn(restore)) {
            live.remove(id);
            over.put(id, followed.model().seen());
            screen.end(followed.section(), ends.ended(restore), Instant.now());
        }
    }

    /** Whether there has been no restore yet. */
    public boolean none() {
        return live.isEmpty() && over.isEmpty();
    }

    /** Whether there was a restore, and none goes on. */
    public boolean allEnded() {
        return live.isEmpty() && !over.isEmpty();
    }
}
