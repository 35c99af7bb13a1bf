package io.aurorarestore.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.local.front.OrderBody;
import java.time.Duration;
import java.util.Random;
import java.util.Set;

/** The body of a call that asks for rough delivery; what is wrong with it is an {@link IllegalArgumentException}. */
record RoughnessOrder(OrderBody body) {

    private static final Set<String> FIELDS = Set.of("drop", "duplicate", "delayMs", "shuffle", "seed");
    private static final int LONGEST_DELAY = 86_400_000;

    static Roughness read(JsonNode body) {
        return new RoughnessOrder(OrderBody.read(body, FIELDS)).roughness();
    }

    private Roughness roughness() {
        Duration delay = Duration.ofMillis(body.number("delayMs", 0, 0, LONGEST_DELAY));
        return new Roughness(share("drop"), share("duplicate"), delay, body.flag("shuffle"), seed());
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
