package io.aurorarestore.port;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One of several news that could not be told.
 *
 * @param at which of them, counted from 0
 */
public record Untold(int at, String why) {

    /** None of so many could be told. */
    public static List<Untold> all(int count, String why) {
        return IntStream.range(0, count).mapToObj(at -> new Untold(at, why)).toList();
    }
}
