package io.aurorarestore.lambda.widget;

import java.time.Duration;

/** Says how long something took, as people do. */
final class Times {

    private static final int MINUTES = 120;

    private Times() {}

    static String of(Duration time) {
        if (time.toMinutes() == 0) {
            return time.toSeconds() + " s";
        }
        return time.toMinutes() < MINUTES
                ? time.toMinutes() + " min"
                : time.toHours() + " h " + time.toMinutesPart() + " min";
    }
}
