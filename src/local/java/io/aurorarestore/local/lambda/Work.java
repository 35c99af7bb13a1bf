package io.aurorarestore.local.lambda;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * One invocation on its way through an instance.
 *
 * @param taken done once the function has asked for it
 */
record Work(
        FunctionInvocation invocation,
        Duration timeout,
        CompletableFuture<Void> taken,
        CompletableFuture<InvocationResult> result) {

    Work(FunctionInvocation invocation, Duration timeout) {
        this(invocation, timeout, new CompletableFuture<>(), new CompletableFuture<>());
    }

    String requestId() {
        return invocation.requestId();
    }

    InvocationResult failed(String errorType, String why) {
        return InvocationResult.error(errorType, "RequestId: " + requestId() + " Error: " + why);
    }
}
