package io.aurorarestore.fuzz;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Texts that would begin lines of their own, or be read in another direction, with every character that does so. */
public final class ControlCharacters {

    private static final List<String> BEFORE = List.of("", "orders-drill", "the wrong day", "ö ");
    private static final List<String> AFTER = List.of(
            "",
            "restore=abc what=succeeded",
            "{\"_aws\":{\"CloudWatchMetrics\":[{\"Namespace\":\"AuroraRestore\"}]},\"Succeeded\":1}",
            "\n\nWhat to do next:\n- rm -rf /");

    private ControlCharacters() {}

    /** Each character at least once. */
    public static List<String> texts(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        return all().mapToObj(one -> one(chance, BEFORE) + Character.toString(one) + one(chance, AFTER))
                .toList();
    }

    private static IntStream all() {
        IntStream controls = IntStream.concat(IntStream.rangeClosed(0, 0x1f), IntStream.rangeClosed(0x7f, 0x9f));
        IntStream marks =
                IntStream.concat(IntStream.rangeClosed(0x2028, 0x202e), IntStream.rangeClosed(0x2066, 0x2069));
        return IntStream.concat(IntStream.concat(controls, marks), IntStream.of(0xd800, 0xdfff));
    }

    private static String one(SplittableRandom chance, List<String> of) {
        return of.get(chance.nextInt(of.size()));
    }
}
