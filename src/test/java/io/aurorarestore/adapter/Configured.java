package io.aurorarestore.adapter;

import io.aurorarestore.app.config.ServiceConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** The service's configuration as a deployment would set it. */
public final class Configured {

    private static final Map<String, String> NEEDED = Map.of(
            "account", "123456789012",
            "inbox-url", "http://inbox",
            "database-url", "http://database",
            "long-jobs-url", "http://long-jobs",
            "completion-topic", "arn:aws:sns:us-east-1:123456789012:completion",
            "error-topic", "arn:aws:sns:us-east-1:123456789012:error",
            "status-topic", "arn:aws:sns:us-east-1:123456789012:status",
            "bus", "aurora-restore");

    private Configured() {}

    public static ServiceConfig with(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        NEEDED.forEach((key, value) -> all.put("aurora-restore." + key, value));
        settings.forEach((key, value) -> all.put("aurora-restore." + key, value));
        return new SmallRyeConfigBuilder()
                .withMapping(ServiceConfig.class)
                .withDefaultValues(all)
                .build()
                .getConfigMapping(ServiceConfig.class);
    }
}
