package io.aurorarestore.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Iterator;
import java.util.Random;
import java.util.Set;

/** The body of a call that asks for rough delivery; what is wrong with it is an {@link IllegalArgumentException}. */
record RoughnessOrder(ObjectNode body) {

    private static final Set<String> FIELDS = Set.of("drop", "duplicate", "delayMs", "shuffle", "seed");
    private static final int LONGEST_DELAY = 86_400_000;

    static Roughness read(JsonNode body) {
        if (!(body instanceof ObjectNode object)) {
            throw new IllegalArgumentException("the body must be a JSON object");
        }
        return new RoughnessOrder(object).roughness();
    }

    private Roughness roughness() {
        refuseUnknown();
        return new Roughness(share("drop"), share("duplicate"), delay(), shuffle(), seed());
    }

    private void refuseUnknown() {
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("unknown field " + name + "; there is: "
                        + String.join(", ", FIELDS.stream().sorted().toList()));
            }
        }
    }

    private double share(String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode()) {
            return 0;
        }
        if (!value.isNumber() || value.asDouble() < 0 || value.asDouble() > 1) {
            throw new IllegalArgumentException(name + " must be a number from 0 to 1");
        }
        return value.asDouble();
    }

    private Duration delay() {
        JsonNode value = body.path("delayMs");
        if (value.isMissingNode()) {
            return Duration.ZERO;
        }
        if (!value.isInt() || value.asInt() < 0 || value.asInt() > LONGEST_DELAY) {
            throw new IllegalArgumentException("delayMs must be a number from 0 to " + LONGEST_DELAY);
        }
        return Duration.ofMillis(value.asInt());
    }

    private boolean shuffle() {
        JsonNode value = body.path("shuffle");
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new IllegalArgumentException("shuffle must be true or false");
        }
        return value.asBoolean();
    }

    private long seed() {
        JsonNode value = body.path("seed");
        if (value.isMissingNode()) {
            return new Random().nextInt(Integer.MAX_VALUE);
        }
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw new IllegalArgumentException("seed must be a whole number");
        }
        return value.asLong();
    }
}
