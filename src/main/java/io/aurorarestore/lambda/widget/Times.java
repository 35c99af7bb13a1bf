package io.aurorarestore.lambda.widget;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says when something was, and how long it took, as people do. */
final class Times {

    private static final int MINUTES = 120;
    private static final int HOURS = 48;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Times() {}

    static String of(Duration time) {
        if (time.toMinutes() == 0) {
            return time.toSeconds() + " s";
        }
        if (time.toMinutes() < MINUTES) {
            return time.toMinutes() + " min";
        }
        return time.toHours() < HOURS
                ? time.toHours() + " h " + time.toMinutesPart() + " min"
                : time.toDays() + " d " + time.toHoursPart() + " h";
    }

    static String at(Instant then) {
        return MINUTE.format(then);
    }

    /** For tables that say UTC at their head. */
    static String second(Instant then) {
        return SECOND.format(then);
    }
}
