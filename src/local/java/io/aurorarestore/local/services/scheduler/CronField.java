package io.aurorarestore.local.services.scheduler;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A field of a cron expression, worked out to the numbers it stands for. */
record CronField(int least, int most, List<String> names) {

    CronField(int least, int most) {
        this(least, most, List.of());
    }

    /** The names stand for the numbers from {@code least} on. */
    CronField(int least, String... names) {
        this(least, least + names.length - 1, List.of(names));
    }

    /** @throws IllegalArgumentException if the field is not one of these */
    NavigableSet<Integer> numbers(String field) {
        NavigableSet<Integer> all = new TreeSet<>();
        for (String part : field.split(",", -1)) {
            range(part).forEach(all::add);
        }
        return all;
    }

    /** {@code *}, {@code 3}, {@code 3-5}, and each with a step: {@code 3/2} begins at 3. */
    private IntStream range(String part) {
        String[] stepped = part.split("/", -1);
        String[] ends = stepped[0].split("-", -1);
        boolean all = stepped[0].equals("*");
        int from = all ? least : number(ends[0]);
        int to = all || (stepped.length == 2 && ends.length == 1) ? most : number(ends[ends.length - 1]);
        int step = stepped.length == 2 ? Integer.parseInt(stepped[1]) : 1;
        if (stepped.length > 2 || ends.length > 2 || from > to || step < 1) {
            throw new IllegalArgumentException("no cron field: " + part);
        }
        return IntStream.rangeClosed(from, to).filter(number -> (number - from) % step == 0);
    }

    int number(String text) {
        int named = names.indexOf(text.toUpperCase(Locale.ROOT));
        int number = named < 0 ? plain(text) : least + named;
        if (number < least || number > most) {
            throw new IllegalArgumentException("not from %d to %d: %s".formatted(least, most, text));
        }
        return number;
    }

    private static int plain(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no number: " + text, e);
        }
    }
}
