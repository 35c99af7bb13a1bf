package io.aurorarestore.local.services.scheduler;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.function.Predicate;

/** The days of a cron expression: by the day of the month or by the day of the week, the other is {@code ?}. */
final class CronDays {

    private static final int WEEK = 7;
    private static final String ANY = "?";
    private static final String LAST = "L";
    private static final CronField OF_MONTH = new CronField(1, 31);
    private static final CronField OF_WEEK = new CronField(1, "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    private CronDays() {}

    /** @throws IllegalArgumentException also for {@code W}, which the local AWS does not know */
    static Predicate<LocalDate> parse(String ofMonth, String ofWeek) {
        if (ofMonth.equals(ANY) == ofWeek.equals(ANY)) {
            throw new IllegalArgumentException("one of day of month and day of week must be ?, the other not");
        }
        return ofWeek.equals(ANY) ? ofMonth(ofMonth) : ofWeek(ofWeek);
    }

    private static Predicate<LocalDate> ofMonth(String field) {
        if (field.equals(LAST)) {
            return day -> day.getDayOfMonth() == day.lengthOfMonth();
        }
        SortedSet<Integer> days = OF_MONTH.numbers(field);
        return day -> days.contains(day.getDayOfMonth());
    }

    /** {@code 3#2} is the second Tuesday of the month, {@code 6L} its last Friday. */
    private static Predicate<LocalDate> ofWeek(String field) {
        if (field.contains("#")) {
            String[] parts = field.split("#", 2);
            int wanted = OF_WEEK.number(parts[0]);
            int which = Integer.parseInt(parts[1]);
            return day -> dayOfWeek(day) == wanted && (day.getDayOfMonth() - 1) / WEEK + 1 == which;
        }
        if (field.endsWith(LAST)) {
            int wanted = field.equals(LAST) ? WEEK : OF_WEEK.number(field.substring(0, field.length() - 1));
            return day -> dayOfWeek(day) == wanted && day.getDayOfMonth() + WEEK > day.lengthOfMonth();
        }
        SortedSet<Integer> days = OF_WEEK.numbers(field);
        return day -> days.contains(dayOfWeek(day));
    }

    /** Sunday is 1. */
    private static int dayOfWeek(LocalDate day) {
        return day.getDayOfWeek().getValue() % WEEK + 1;
    }
}
