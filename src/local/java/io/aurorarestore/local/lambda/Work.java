package io.aurorarestore.local.lambda;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One invocation on its way through an instance. */
record Work(String requestId, byte[] payload, Duration timeout, CompletableFuture<InvocationResult> result) {}
