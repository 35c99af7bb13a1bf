package io.aurorarestore.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.aurorarestore.engine.Invocation;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The time at which Lambda ends the invocation. */
record InvocationDeadline(Instant ends) {

    /** What is needed to answer Lambda. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(2);

    static InvocationDeadline of(Context context) {
        return new InvocationDeadline(Instant.now().plusMillis(context.getRemainingTimeInMillis()));
    }

    Duration toWork() {
        Duration left = Duration.between(Instant.now(), ends).minus(TO_ANSWER);
        return left.isNegative() ? Duration.ZERO.plusMillis(1) : left;
    }

    /** For one piece of work, whose lease is its own. */
    Invocation invocation() {
        return new Invocation(UUID.randomUUID().toString(), ends);
    }
}
