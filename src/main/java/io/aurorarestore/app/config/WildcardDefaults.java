package io.aurorarestore.app.config;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes the defaults with a wildcard in their names, as {@code quarkus.sqs.*.aws.credentials.type}, to a source that finds
 * them by the end of a name. The library compares each name that nobody has set with all of them: a large part of the time
 * that a function takes to start.
 */
@StaticInitSafe
public final class WildcardDefaults implements SmallRyeConfigBuilderCustomizer {

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        Map<String, String> exact = builder.getDefaultValues();
        Map<String, String> wildcards = new HashMap<>(exact);
        wildcards.keySet().removeIf(name -> name.indexOf('*') < 0);
        exact.keySet().removeAll(wildcards.keySet());
        builder.withSources(new WildcardSource(exact.keySet(), wildcards));
    }

    /** After all that bring defaults. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }
}
