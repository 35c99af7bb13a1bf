package io.aurorarestore.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.aurorarestore.engine.Invocation;
import java.time.Duration;
import java.time.Instant;

/** The end of a Lambda invocation. */
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

    Invocation invocation(String holder) {
        return new Invocation(holder, ends);
    }
}
