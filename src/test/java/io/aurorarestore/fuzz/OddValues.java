package io.aurorarestore.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;

/** Values that a reader may not have thought of. */
final class OddValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 5;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "true",
            "0",
            "-1",
            "*",
            "**",
            "{target}",
            "'",
            "\"",
            "\\",
            "%s",
            "${jndi:x}",
            "../../etc",
            "a",
            "ORDERS",
            "-a",
            "a--b",
            "a.b",
            "ä",
            "\u0000",
            "\ud800",
            "\udc00\ud800",
            "\u202eabc",
            "\ufeff",
            "😀",
            "a\nb\r\nc\t",
            "aws.rds",
            "aurora-restore.client",
            "arn:",
            "arn:aws:rds",
            "arn:aws:rds:::cluster:",
            "arn:aws:rds:---:123456789012:cluster-snapshot:a",
            "arn:aws:rds:us-east-1:123456789012:cluster:orders",
            "us-west-2",
            "2026-11-20",
            "+999999999-12-31",
            "2026-13-40",
            "PT1S",
            "P99999999999999999999D",
            "delete-after: P-1D",
            "delete-after:P7D",
            "RDS-EVENT-0169",
            "Renamed cluster from a to b",
            "abcdefghijkl");

    private static final List<JsonNode> NUMBERS = List.of(
            JSON.numberNode(0),
            JSON.numberNode(-1),
            JSON.numberNode(1),
            JSON.numberNode(16),
            JSON.numberNode(1150),
            JSON.numberNode(Integer.MIN_VALUE),
            JSON.numberNode(Integer.MAX_VALUE + 1L),
            JSON.numberNode(Long.MAX_VALUE),
            JSON.numberNode(BigInteger.TEN.pow(900)),
            JSON.numberNode(0.5),
            JSON.numberNode(new BigDecimal("1e400")),
            JSON.numberNode(new BigDecimal("-1e-400")));

    private final SplittableRandom chance;

    OddValues(SplittableRandom chance) {
        this.chance = chance;
    }

    JsonNode next(int depth) {
        return switch (chance.nextInt(depth < DEEPEST ? 8 : 5)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(chance.nextBoolean());
            case 2 -> NUMBERS.get(chance.nextInt(NUMBERS.size()));
            case 3, 4 -> JSON.textNode(text());
            case 5 -> array(depth);
            default -> object(depth);
        };
    }

    String text() {
        String text = TEXTS.get(chance.nextInt(TEXTS.size()));
        return switch (chance.nextInt(100)) {
            case 0 -> text.repeat(1 + 50_000 / (text.length() + 1));
            case 1, 2, 3 -> text.repeat(1 + 1_000 / (text.length() + 1));
            default -> text;
        };
    }

    private ArrayNode array(int depth) {
        ArrayNode array = JSON.arrayNode();
        int size = chance.nextInt(4);
        for (int count = 0; count < size; count++) {
            array.add(next(depth + 1));
        }
        return array;
    }

    private ObjectNode object(int depth) {
        ObjectNode object = JSON.objectNode();
        boolean many = chance.nextInt(30) == 0;
        int size = many ? 300 : chance.nextInt(4);
        for (int count = 0; count < size; count++) {
            object.set(text() + count, next(many ? DEEPEST : depth + 1));
        }
        return object;
    }
}
