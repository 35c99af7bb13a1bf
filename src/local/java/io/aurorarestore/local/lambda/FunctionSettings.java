package io.aurorarestore.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A function as the template declares it.
 *
 * @param environment all that its process sees
 * @param log the file that takes what it writes
 */
public record FunctionSettings(
        String name, String arn, String handler, Duration timeout, Map<String, String> environment, Path log) {}
