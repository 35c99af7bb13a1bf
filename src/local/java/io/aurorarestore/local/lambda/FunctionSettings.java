package io.aurorarestore.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A function as the template declares it.
 *
 * @param timeout of an invocation
 * @param mayLoop whether Lambda leaves the function alone that it takes for a part of a loop
 * @param init how long a process may take until it asks for an invocation, which does not count as the invocation's time
 * @param environment all that its process sees
 * @param log the file that takes what it writes
 */
public record FunctionSettings(
        String name,
        String arn,
        String handler,
        boolean mayLoop,
        Duration timeout,
        Duration init,
        Map<String, String> environment,
        Path log) {

    private static final Duration INIT = Duration.ofSeconds(60);

    public FunctionSettings(
            String name,
            String arn,
            String handler,
            boolean mayLoop,
            Duration timeout,
            Map<String, String> environment,
            Path log) {
        this(name, arn, handler, mayLoop, timeout, INIT, environment, log);
    }
}
