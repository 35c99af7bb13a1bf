package io.aurorarestore.lambda.widget;

import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.text.PlainText;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.notification.NextCommand;
import io.aurorarestore.notification.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** What a page says of a restore, as texts. */
record ShownRestore(Restore restore, Instant now) {

    Map<String, Object> live(StepSequence plan) {
        Map<String, Object> shown = shown();
        shown.put("path", new SagaPath(plan, restore).steps());
        return shown;
    }

    Map<String, Object> ended() {
        Announcement end = Announcement.endOf(restore);
        Map<String, Object> shown = shown();
        shown.put("leftovers", end.leftovers().stream().map(PlainText::visible).toList());
        shown.put("next", end.next().stream().map(ShownRestore::next).toList());
        return shown;
    }

    private static Map<String, String> next(NextCommand next) {
        return Map.of("purpose", PlainText.visible(next.purpose()), "command", PlainText.visible(next.command()));
    }

    Map<String, Object> shown() {
        Map<String, Object> shown = new HashMap<>();
        shown.put("id", restore.id().value());
        shown.put("target", PlainText.visible(restore.target()));
        shown.put("status", restore.status().name());
        shown.put("text", PlainText.visible(StateChange.of(restore).text()));
        shown.put("times", times());
        return shown;
    }

    private String times() {
        Instant opened = restore.accepted().openedAt();
        String since = "opened " + minute(opened);
        if (restore.status().terminal()) {
            return since;
        }
        String atStep = stepFor(restore.progress().since());
        String look = restore.schedule()
                .wakeAt()
                .map(next -> ", looked at again by " + minute(next))
                .orElse("");
        return since + ", " + Times.of(Duration.between(opened, now)) + " ago; " + atStep + look;
    }

    /** A retirement's step begins on its day. */
    private String stepFor(Instant then) {
        Duration time = Duration.between(then, now);
        String step = restore.step().label();
        return time.isNegative() ? step + " begins " + minute(then) : "at " + step + " for " + Times.of(time);
    }

    private static String minute(Instant then) {
        return then.truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
