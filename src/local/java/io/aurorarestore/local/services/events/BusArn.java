package io.aurorarestore.local.services.events;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which event bus an ARN means. There is one account here, so the ARN's is not looked at. */
record BusArn(String region, String name) {

    private static final Pattern ARN = Pattern.compile("arn:aws:events:([a-z0-9-]+):\\d{12}:event-bus/(.+)");

    /** @throws IllegalArgumentException if it is none */
    static BusArn of(String arn) {
        Matcher parts = ARN.matcher(arn);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not the ARN of an event bus: " + arn);
        }
        return new BusArn(parts.group(1), parts.group(2));
    }
}
