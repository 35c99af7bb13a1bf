package io.aurorarestore.local;

import io.aurorarestore.local.template.TemplateError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the local AWS is started, from the system properties {@code local.*}.
 *
 * @param port of the one endpoint, 0 for any free one
 * @param apiPort of the HTTP API
 * @param function the packaged function: a zip or a native executable
 * @param work keeps what is made at run time, and what is slow to make
 * @param speed how much faster durations, delays, schedules and the pause after a failed message pass
 * @param concurrency instances of a function at most, for each queue that it works on
 * @param events whether RDS's events are delivered
 * @param copyEvent whether a finished snapshot copy announces itself
 * @param iamAuth whether the HTTP API refuses what is not signed
 * @param tagLag after which a tag of an RDS resource counts in authorisation, of the local AWS's time
 * @param parameters of the deployment template, by name
 */
public record Options(
        int port,
        int apiPort,
        Path function,
        Path work,
        double speed,
        int concurrency,
        boolean events,
        boolean copyEvent,
        boolean iamAuth,
        Duration tagLag,
        Map<String, String> parameters) {

    /** A whole restore in about twenty seconds. */
    public static final double DEFAULT_SPEED = 80;

    public static Options fromSystemProperties() {
        return new Options(
                Integer.getInteger("local.port", 4566),
                Integer.getInteger("local.api.port", 8080),
                Path.of(System.getProperty("local.function", "target/function.zip")),
                Path.of(System.getProperty("local.work", "target/local")),
                speed(System.getProperty("local.speed", "default")),
                Integer.getInteger("local.concurrency", 2),
                !"none".equals(System.getProperty("local.events")),
                Boolean.getBoolean("local.copy-event"),
                "iam".equals(System.getProperty("local.auth")),
                Duration.parse(System.getProperty("local.tag-lag", "PT0S")),
                parameters(System.getProperty("local.parameters", "")));
    }

    /** {@code Name=value,Name2=value2}; a value may hold commas, as cron expressions do. */
    static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String one : text.isBlank() ? new String[0] : text.split(",(?=\\w+=)")) {
            String[] parts = one.split("=", 2);
            if (parts.length < 2) {
                throw new TemplateError(one, "-Dlocal.parameters needs Name=value");
            }
            parameters.put(parts[0].trim(), parts[1]);
        }
        return Map.copyOf(parameters);
    }

    private static double speed(String value) {
        return "default".equals(value) ? DEFAULT_SPEED : Double.parseDouble(value);
    }
}
