package io.aurorarestore.aws;

import io.aurorarestore.config.ServiceConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** The configuration that a deployment would give. */
public final class Configured {

    private static final Map<String, String> REQUIRED = Map.of(
            "aurora-restore.account", "123456789012",
            "aurora-restore.inbox-url", "http://localhost/123456789012/aurora-restore-inbox",
            "aurora-restore.database-url", "http://localhost/123456789012/aurora-restore-database",
            "aurora-restore.completion-topic", "arn:aws:sns:us-east-1:123456789012:aurora-restore-completion",
            "aurora-restore.error-topic", "arn:aws:sns:us-east-1:123456789012:aurora-restore-error",
            "aurora-restore.status-topic", "arn:aws:sns:us-east-1:123456789012:aurora-restore-status");

    private Configured() {}

    /** @param changes keys with the prefix {@code aurora-restore.} */
    public static ServiceConfig service(Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(REQUIRED);
        all.putAll(changes);
        return new SmallRyeConfigBuilder()
                .withMapping(ServiceConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(ServiceConfig.class);
    }
}
