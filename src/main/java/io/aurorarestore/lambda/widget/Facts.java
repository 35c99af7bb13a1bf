package io.aurorarestore.lambda.widget;

import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.history.Expected;
import io.aurorarestore.model.restore.Progress;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.text.EnumText;
import io.aurorarestore.model.text.PlainText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what is known of a restore as short facts, each a name and a text. */
final class Facts {

    private final List<Map<String, String>> all = new ArrayList<>();

    private Facts() {}

    /** How far it is: of one that is live what it waits for, of one that has ended when that was. */
    static List<Map<String, String>> course(Viewed viewed, Instant now) {
        Facts facts = new Facts();
        if (viewed.restore().status().terminal()) {
            facts.ended(viewed);
        } else {
            facts.live(viewed, now);
        }
        return facts.all;
    }

    /** What was asked for, and what came of it. */
    static List<Map<String, String>> request(Restore restore) {
        Facts facts = new Facts();
        facts.asked(restore);
        return facts.all;
    }

    private void live(Viewed viewed, Instant now) {
        Restore restore = viewed.restore();
        Progress progress = restore.progress();
        if (!restore.retires()) {
            add("Elapsed", Times.of(Duration.between(restore.accepted().openedAt(), now)) + usual(restore.expected()));
        }
        if (restore.rests(now)) {
            add("Is deleted on", Times.at(progress.since()));
        } else {
            add("At this step", atStep(restore, now));
        }
        if (!progress.waitingFor().isEmpty()) {
            add("Waits for", progress.waitingFor() + ", since " + Times.at(progress.waitingSince()));
        }
        restore.schedule().wakeAt().ifPresent(next -> add("Next look by", Times.at(next)));
        viewed.last()
                .ifPresent(last -> add(
                        "Last woken by", last.cause() + ", " + Times.of(Duration.between(last.at(), now)) + " ago"));
        restore.outcome().cancelled().ifPresent(by -> add("To be cancelled", "asked for by " + by));
    }

    private static String atStep(Restore restore, Instant now) {
        Progress progress = restore.progress();
        return Times.of(Duration.between(progress.since(), now))
                + attempt(progress.attempt())
                + usual(restore.expectedOfStep());
    }

    /** The half of the earlier ones that lies in the middle. */
    private static String usual(Optional<Expected> expected) {
        return expected.map(usual -> ", usually " + Times.of(usual.median()) + " (" + Times.of(usual.low()) + " to "
                        + Times.of(usual.high()) + ")")
                .orElse("");
    }

    private static String attempt(int number) {
        return number > 1 ? ", try " + number : "";
    }

    private void ended(Viewed viewed) {
        Instant opened = viewed.restore().accepted().openedAt();
        add("Opened", Times.at(opened));
        viewed.ended().ifPresent(ended -> {
            add("Ended", Times.at(ended));
            if (!viewed.restore().retires()) {
                add("Took", Times.of(Duration.between(opened, ended)));
            }
        });
        warnings(viewed.restore().outcome().warnings().size());
    }

    private void warnings(int number) {
        if (number > 0) {
            add("Warnings", String.valueOf(number));
        }
    }

    private void asked(Restore restore) {
        add("Source", restore.accepted().request().source().description());
        add("Data of", restore.outputs().dataTime().map(Times::at).orElse(""));
        add("Replace", EnumText.of(restore.replace()));
        add("Profile", restore.accepted().request().profile());
        add(
                "Asked for by",
                restore.accepted().by() + ", " + Times.at(restore.accepted().openedAt()));
        add("Endpoint", restore.outputs().endpoint().map(Endpoint::toString).orElse(""));
    }

    /** Nothing that is not known. */
    private void add(String name, String text) {
        if (!text.isEmpty()) {
            all.add(Map.of("name", name, "text", PlainText.visible(text)));
        }
    }
}
