package io.aurorarestore.local.iam;

import io.aurorarestore.local.front.AwsRequest;
import io.aurorarestore.local.front.Form;
import io.aurorarestore.local.services.Aws;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * RDS remembers tags for a while when it authorises: a tag that was just given does not count yet, nor does any under a
 * name that was just given.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Tagging.html">Tagging</a>
 */
final class TagLag {

    private final Duration lag;
    private final InstantSource clock;
    private final Map<String, Instant> from = new ConcurrentHashMap<>();

    TagLag(Duration lag, InstantSource clock) {
        this.lag = lag;
        this.clock = clock;
    }

    /** After a call that succeeded. */
    void noted(AwsRequest request, String operation) {
        if (!lag.isZero() && request.service().equals("rds")) {
            noted(request.region(), operation, Form.of(request));
        }
    }

    private void noted(String region, String operation, Form form) {
        Instant later = clock.instant().plus(lag);
        if (operation.equals("AddTagsToResource")) {
            String arn = form.get("ResourceName", "");
            form.list("Tags").forEach(tag -> from.put(arn + " " + tag.get("Key", ""), later));
        } else if (operation.equals("ModifyDBCluster")) {
            form.get("NewDBClusterIdentifier")
                    .ifPresent(name -> from.put(Aws.arn("rds", region, "cluster:" + name), later));
        }
    }

    /** Those that count already. */
    Map<String, String> counted(String arn, Map<String, String> tags) {
        Map<String, String> counted = new HashMap<>(tags);
        counted.keySet().removeIf(key -> isLate(arn) || isLate(arn + " " + key));
        return counted;
    }

    private boolean isLate(String what) {
        return from.getOrDefault(what, Instant.MIN).isAfter(clock.instant());
    }
}
