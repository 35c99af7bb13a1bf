package io.aurorarestore.lambda.widget;

import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.text.PlainText;
import io.aurorarestore.notification.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders restores as two HTML tables. CloudWatch shows HTML without scripts, in its own style. */
record RestoresPage(List<Restore> live, List<Restore> ended, Instant now) {

    static String unavailable() {
        return "<p>The restores cannot be listed now; the log of the function aurora-restore-widget says why.</p>";
    }

    String html() {
        return table("Live", live) + table("Latest", ended);
    }

    private String table(String title, List<Restore> restores) {
        if (restores.isEmpty()) {
            return "<h3>" + title + "</h3><p>None.</p>";
        }
        return "<h3>" + title + "</h3><table><thead>"
                + row(
                        "th",
                        Stream.of("Restore", "Target", "Status", "Step", "Opened (UTC)", "At this step for", "What"))
                + "</thead><tbody>"
                + restores.stream().map(this::row).collect(Collectors.joining())
                + "</tbody></table>";
    }

    private String row(Restore restore) {
        return row(
                "td",
                Stream.of(
                        restore.id().value(),
                        restore.target(),
                        restore.status().name(),
                        restore.step().label(),
                        restore.accepted()
                                .openedAt()
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString(),
                        restore.status().terminal()
                                ? ""
                                : since(restore.progress().since()),
                        StateChange.of(restore).text()));
    }

    /** A retirement's step begins on its day. */
    private String since(Instant then) {
        Duration time = Duration.between(then, now);
        return time.isNegative() ? "begins " + then.truncatedTo(ChronoUnit.MINUTES) : time.toMinutes() + " min";
    }

    private static String row(String cell, Stream<String> texts) {
        return texts.map(text -> "<" + cell + ">" + escaped(text) + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String escaped(String text) {
        return PlainText.visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
