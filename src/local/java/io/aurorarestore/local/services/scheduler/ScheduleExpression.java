package io.aurorarestore.local.services.scheduler;

import com.cronutils.model.definition.CronConstraintsFactory;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a schedule is due: {@code rate(…)} or {@code cron(…)}.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">Schedule types</a>
 */
@FunctionalInterface
public interface ScheduleExpression {

    Pattern RATE = Pattern.compile("rate\\(([1-9]\\d*) (minute|hour|day)s?\\)");
    Pattern CRON = Pattern.compile("cron\\((.+)\\)");

    /** AWS's cron: minutes, hours, day of month, month, day of week from Sunday, year. */
    CronParser AWS = new CronParser(CronDefinitionBuilder.defineCron()
            .withMinutes()
            .withStrictRange()
            .and()
            .withHours()
            .withStrictRange()
            .and()
            .withDayOfMonth()
            .supportsL()
            .supportsW()
            .supportsLW()
            .supportsQuestionMark()
            .and()
            .withMonth()
            .and()
            .withDayOfWeek()
            .withValidRange(1, 7)
            .withMondayDoWValue(2)
            .supportsHash()
            .supportsL()
            .supportsQuestionMark()
            .and()
            .withYear()
            .withValidRange(1970, 2199)
            .and()
            .withCronValidation(CronConstraintsFactory.ensureEitherDayOfWeekOrDayOfMonth())
            .instance());

    /** The first time after this one; empty if there is none any more. */
    Optional<Instant> next(Instant after);

    /** @throws IllegalArgumentException if it is neither */
    static ScheduleExpression parse(String expression, ZoneId zone) {
        Optional<Duration> rate = rate(expression);
        if (rate.isPresent()) {
            return after -> rate.map(after::plus);
        }
        Matcher cron = CRON.matcher(expression);
        if (!cron.matches()) {
            throw new IllegalArgumentException("no rate(…) or cron(…): " + expression);
        }
        ExecutionTime times = ExecutionTime.forCron(AWS.parse(cron.group(1)));
        return after -> times.nextExecution(after.atZone(zone)).map(ZonedDateTime::toInstant);
    }

    /** The period of a {@code rate(…)}; empty if it is none. A day is 24 hours, whatever the clocks do. */
    static Optional<Duration> rate(String expression) {
        Matcher rate = RATE.matcher(expression);
        if (!rate.matches()) {
            return Optional.empty();
        }
        ChronoUnit unit = ChronoUnit.valueOf(rate.group(2).toUpperCase(Locale.ROOT) + "S");
        return Optional.of(Duration.of(Long.parseLong(rate.group(1)), unit));
    }
}
