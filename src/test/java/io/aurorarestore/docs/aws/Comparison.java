package io.aurorarestore.docs.aws;

import com.fasterxml.jackson.databind.JsonNode;

/** The comparisons of a {@link Query}; numbers go by their values, anything else by its text. Longer signs first. */
enum Comparison {
    EQUAL("=="),
    DIFFERENT("!="),
    AT_MOST("<="),
    AT_LEAST(">="),
    LESS("<"),
    MORE(">");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    boolean holds(JsonNode left, JsonNode right) {
        return switch (this) {
            case EQUAL -> order(left, right) == 0;
            case DIFFERENT -> order(left, right) != 0;
            case AT_MOST -> order(left, right) <= 0;
            case AT_LEAST -> order(left, right) >= 0;
            case LESS -> order(left, right) < 0;
            case MORE -> order(left, right) > 0;
        };
    }

    static int order(JsonNode left, JsonNode right) {
        return left.isNumber() && right.isNumber()
                ? left.decimalValue().compareTo(right.decimalValue())
                : text(left).compareTo(text(right));
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : value.toString();
    }
}
