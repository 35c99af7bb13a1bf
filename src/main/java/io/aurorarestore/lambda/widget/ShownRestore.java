package io.aurorarestore.lambda.widget;

import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.text.PlainText;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.notification.NextCommand;
import io.aurorarestore.notification.RestoreSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a page says of a restore, as texts. */
record ShownRestore(Viewed viewed, StepSequence plan, Buttons buttons, Instant now) {

    /** With its path, and with what can be done about it. */
    Map<String, Object> whole() {
        Restore restore = viewed.restore();
        Map<String, Object> shown = brief();
        shown.put("path", new SagaPath(plan, restore, StepEnds.of(viewed.trail())).steps());
        shown.put("bars", Bars.of(restore));
        shown.put("warnings", visible(restore.outcome().warnings()));
        return shown;
    }

    Map<String, Object> brief() {
        Restore restore = viewed.restore();
        Map<String, Object> shown = new HashMap<>();
        shown.put("id", restore.id().value());
        shown.put("target", PlainText.visible(restore.target()));
        shown.put(
                "status",
                restore.outcome().abandoned() ? "ABANDONED" : restore.status().name());
        shown.put("facts", Facts.course(viewed, now));
        describe(shown);
        shown.put("warnings", List.of());
        shown.put("buttons", buttons.of(restore, viewed.offered()));
        shown.put("details", buttons.details(restore));
        shown.put("path", List.of());
        shown.put("bars", List.of());
        next(restore, shown);
        return shown;
    }

    /** Of one that waits for its day. */
    Map<String, Object> retirement() {
        Restore restore = viewed.restore();
        Instant day = restore.progress().since();
        return Map.of(
                "old", restore.names().setAside(),
                "target", PlainText.visible(restore.target()),
                "day", Times.at(day),
                "in", Times.of(Duration.between(now, day)),
                "buttons", buttons.of(restore, viewed.offered()),
                "details", buttons.details(restore));
    }

    /** Its one failure is set apart from the rest of the text; where there are two, the text says how they hang together. */
    private void describe(Map<String, Object> shown) {
        Restore restore = viewed.restore();
        String text = RestoreSummary.of(restore, viewed.retirement());
        List<Failure> failures = Stream.of(
                        restore.outcome().failure(), restore.outcome().trouble())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        boolean apart = failures.size() == 1;
        String rest = apart ? text.replace(failures.get(0).description(), "").strip() : text;
        shown.put("text", PlainText.visible(rest));
        shown.put("failures", apart ? List.of(failure(failures.get(0))) : List.of());
    }

    private static Map<String, String> failure(Failure failure) {
        return Map.of(
                "code", failure.code().name(),
                "message", PlainText.visible(failure.message()),
                "advice", failure.code().advice());
    }

    private static void next(Restore restore, Map<String, Object> shown) {
        boolean ended = restore.status().terminal();
        Announcement end = Announcement.endOf(restore);
        shown.put("leftovers", ended ? visible(end.leftovers()) : List.of());
        shown.put(
                "next",
                ended && restore.status() != Status.SUCCEEDED
                        ? end.next().stream().map(ShownRestore::next).toList()
                        : List.of());
    }

    private static Map<String, String> next(NextCommand next) {
        return Map.of("purpose", PlainText.visible(next.purpose()), "command", PlainText.visible(next.command()));
    }

    private static List<String> visible(List<String> texts) {
        return texts.stream().map(PlainText::visible).toList();
    }
}
