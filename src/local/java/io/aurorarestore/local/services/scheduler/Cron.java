package io.aurorarestore.local.services.scheduler;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * AWS's cron: minutes, hours, day of month, month, day of week, year.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based">AWS</a>
 */
record Cron(SortedSet<Integer> minutes, SortedSet<Integer> hours, Predicate<LocalDate> days) {

    private static final int FIELDS = 6;
    private static final int LAST_YEAR = 2199;
    private static final CronField MINUTES = new CronField(0, 59);
    private static final CronField HOURS = new CronField(0, 23);
    private static final CronField YEARS = new CronField(1970, LAST_YEAR);
    private static final CronField MONTHS =
            new CronField(1, "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    /** @throws IllegalArgumentException naming the field that is wrong */
    static Cron parse(String expression) {
        String[] fields = expression.trim().split(" +");
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("a cron expression has six fields: " + expression);
        }
        SortedSet<Integer> months = MONTHS.numbers(fields[3]);
        SortedSet<Integer> years = YEARS.numbers(fields[5]);
        Predicate<LocalDate> inMonth = day -> months.contains(day.getMonthValue()) && years.contains(day.getYear());
        return new Cron(
                MINUTES.numbers(fields[0]),
                HOURS.numbers(fields[1]),
                inMonth.and(CronDays.parse(fields[2], fields[4])));
    }

    /** What the clocks skip in spring is skipped, what they show twice in autumn happens once. */
    Optional<Instant> next(Instant after, ZoneId zone) {
        return LocalDate.ofInstant(after, zone)
                .datesUntil(LocalDate.of(LAST_YEAR + 1, 1, 1))
                .filter(days)
                .flatMap(this::times)
                .flatMap(time ->
                        zone.getRules().getValidOffsets(time).stream().limit(1).map(time::toInstant))
                .filter(time -> time.isAfter(after))
                .findFirst();
    }

    private Stream<LocalDateTime> times(LocalDate day) {
        return hours.stream().flatMap(hour -> minutes.stream().map(minute -> day.atTime(hour, minute)));
    }
}
