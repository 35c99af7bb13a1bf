package io.aurorarestore.local.lambda;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * One invocation on its way through an instance.
 *
 * @param taken done once the function has asked for it
 */
record Work(
        String requestId,
        byte[] payload,
        Duration timeout,
        CompletableFuture<Void> taken,
        CompletableFuture<InvocationResult> result) {

    Work(byte[] payload, Duration timeout) {
        this(UUID.randomUUID().toString(), payload, timeout, new CompletableFuture<>(), new CompletableFuture<>());
    }

    InvocationResult failed(String errorType, String why) {
        return InvocationResult.error(errorType, "RequestId: " + requestId + " Error: " + why);
    }
}
