package io.aurorarestore.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Texts that look more or less like the samples: mostly JSON of a wrong shape, sometimes no JSON, sometimes anything. */
final class Texts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> SPLINTERS = List.of(
            "\"",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\\",
            "\\u",
            "\\ud800",
            "null",
            "NaN",
            "1e999",
            "-",
            "//",
            "\u0000",
            "\ud800",
            "\u202e",
            "\ufeff",
            "{\"a\":",
            "[[[[[[[[");

    private final List<String> samples;
    private final SplittableRandom chance;

    Texts(List<String> samples, SplittableRandom chance) {
        this.samples = samples;
        this.chance = chance;
    }

    String next() {
        int kind = chance.nextInt(100);
        if (kind < 4) {
            return bytes();
        }
        if (kind < 6) {
            return nested();
        }
        String text = JSON.valueToTree(kind < 10 ? new OddValues(chance).next(0) : mutated())
                .toString();
        return kind < 75 ? text : damaged(text);
    }

    private String bytes() {
        byte[] bytes = new byte[chance.nextInt(200)];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) chance.nextInt(256);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Deeper than any stack, now and then. */
    private String nested() {
        int depth = List.of(10, 500, 999, 1000, 1001, 5000, 200_000).get(chance.nextInt(7));
        String open = chance.nextInt(2) == 0 ? "[" : "{\"detail\":";
        String text = open.repeat(depth);
        return chance.nextInt(3) == 0 ? text : text + "1" + (open.equals("[") ? "]" : "}").repeat(depth);
    }

    private JsonNode mutated() {
        JsonNode tree = tree(samples.get(chance.nextInt(samples.size())));
        int often = chance.nextInt(5);
        for (int count = 0; count < often; count++) {
            tree = new Mutation(chance).of(tree);
        }
        return tree;
    }

    private static JsonNode tree(String sample) {
        try {
            return JSON.readTree(sample);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a sample is no JSON: " + sample, e);
        }
    }

    private String damaged(String text) {
        StringBuilder damaged = new StringBuilder(text);
        int often = 1 + chance.nextInt(4);
        for (int count = 0; count < often; count++) {
            damage(damaged);
        }
        return damaged.toString();
    }

    private void damage(StringBuilder text) {
        int from = chance.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + 1 + chance.nextInt(30));
        switch (chance.nextInt(4)) {
            case 0 -> text.delete(from, to);
            case 1 -> text.insert(from, SPLINTERS.get(chance.nextInt(SPLINTERS.size())));
            case 2 -> text.insert(to, text.substring(from, to));
            default -> text.setLength(from);
        }
    }
}
