package io.aurorarestore.local.services.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a schedule is due: {@code rate(…)}, {@code at(…)} or {@code cron(…)}.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">Schedule types</a>
 */
public sealed interface ScheduleExpression {

    Pattern FORM = Pattern.compile("(rate|at|cron)\\((.+)\\)");
    Pattern RATE = Pattern.compile("([1-9]\\d*) (minute|hour|day)s?");

    /** The first time after this one; empty if there is none any more. */
    Optional<Instant> next(Instant after);

    /** @throws IllegalArgumentException if it is none of the three */
    static ScheduleExpression parse(String expression, ZoneId zone) {
        Matcher form = FORM.matcher(expression);
        if (!form.matches()) {
            throw new IllegalArgumentException("no rate(…), at(…) or cron(…): " + expression);
        }
        String inner = form.group(2);
        return switch (form.group(1)) {
            case "rate" -> Rate.parse(inner);
            case "at" -> new At(LocalDateTime.parse(inner).atZone(zone).toInstant());
            default -> new Recurring(Cron.parse(inner), zone);
        };
    }

    /** A day is 24 hours, whatever the clocks do. */
    record Rate(Duration every) implements ScheduleExpression {

        private static Rate parse(String text) {
            Matcher rate = RATE.matcher(text);
            if (!rate.matches()) {
                throw new IllegalArgumentException("no rate: " + text);
            }
            long amount = Long.parseLong(rate.group(1));
            return new Rate(
                    switch (rate.group(2).toLowerCase(Locale.ROOT)) {
                        case "minute" -> Duration.ofMinutes(amount);
                        case "hour" -> Duration.ofHours(amount);
                        default -> Duration.ofDays(amount);
                    });
        }

        @Override
        public Optional<Instant> next(Instant after) {
            return Optional.of(after.plus(every));
        }
    }

    record At(Instant time) implements ScheduleExpression {

        @Override
        public Optional<Instant> next(Instant after) {
            return Optional.of(time).filter(due -> due.isAfter(after));
        }
    }

    /** As the clocks of the zone show; see {@link Cron}. */
    record Recurring(Cron cron, ZoneId zone) implements ScheduleExpression {

        @Override
        public Optional<Instant> next(Instant after) {
            return cron.next(after, zone);
        }
    }
}
