package io.aurorarestore.adapter.postgres;

import java.util.List;
import java.util.SplittableRandom;

/** Data that tries to get out of whatever quotes it, with a word in each part that nobody must see. */
final class HostileData {

    static final String MARKER = "hunter2";

    private static final List<String> SPLINTERS = List.of(
            "\"",
            "'",
            "''",
            "\"\"",
            "\\",
            "\\'",
            "`",
            "´",
            "«",
            "»",
            "“",
            "”",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "<",
            ">",
            "\n",
            "\r",
            "\t",
            "\u0001",
            "\u0007",
            "\u001b[2J",
            "\u007f",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\u202e",
            "%",
            "$1",
            "$$",
            "$q$",
            ";",
            "--",
            "/*",
            "*/",
            ":",
            "=",
            "@",
            ".",
            ",",
            " ",
            "ä",
            "😀",
            "E'",
            "U&'",
            "null",
            "{user}");

    private final SplittableRandom chance;

    HostileData(SplittableRandom chance) {
        this.chance = chance;
    }

    /** Short enough for a name. */
    String next() {
        StringBuilder text = new StringBuilder(chance.nextBoolean() ? MARKER : "");
        int parts = 1 + chance.nextInt(3);
        for (int part = 0; part < parts; part++) {
            text.append(one(SPLINTERS))
                    .append(chance.nextInt(3) == 0 ? one(SPLINTERS) : "")
                    .append(MARKER);
        }
        return text.append(chance.nextBoolean() ? one(SPLINTERS) : "").toString();
    }

    <T> T one(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }
}
