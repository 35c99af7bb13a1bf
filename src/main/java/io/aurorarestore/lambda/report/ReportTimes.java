package io.aurorarestore.lambda.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says for a report when something was, and how long it took. */
final class ReportTimes {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ReportTimes() {}

    static String at(Instant then) {
        return MINUTE.format(then);
    }

    /** In hours, minutes and seconds, without those that are none. */
    static String of(Duration time) {
        if (time.toHours() > 0) {
            return time.toHours() + " h" + (time.toMinutesPart() == 0 ? "" : " " + time.toMinutesPart() + " min");
        }
        return time.toMinutes() > 0
                ? time.toMinutes() + " min" + (time.toSecondsPart() == 0 ? "" : " " + time.toSecondsPart() + " s")
                : time.toSeconds() + " s";
    }
}
