package io.aurorarestore.json;

import io.aurorarestore.model.Names;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.Identifier;
import io.aurorarestore.model.request.ClusterSelector;
import io.aurorarestore.model.request.ClusterSelector.PointInTime;
import io.aurorarestore.model.request.SourceSelector;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads a source that is a cluster's data of a time, or a clone of it. Empty where something is wrong. */
final class ClusterSourceReader {

    private static final Pattern RESOURCE = Pattern.compile("cluster-[A-Z0-9]{1,64}");
    private static final Pattern ARN =
            Pattern.compile("arn:aws(?:-[a-z]{1,8}){0,2}:rds:[a-z0-9-]{1,25}:\\d{12}:cluster:[A-Za-z0-9-]{1,63}");

    private final Home home;
    private final Fields source;

    ClusterSourceReader(Home home, Fields source) {
        this.home = home;
        this.source = source;
    }

    Optional<SourceSelector> read() {
        boolean timed = source.has("at");
        boolean cloned = source.flag("clone").orElse(false);
        Optional<String> at = source.text("at");
        Optional<String> on = source.text("on");
        Optional<String> region = source.text("region");
        Optional<ClusterKey> cluster = key();
        if (on.isPresent()) {
            return wrong("on", "is the day of a snapshot: at, clone and resourceId do not go with it");
        }
        if (timed && source.has("clone")) {
            return wrong("at", "and clone do not go together: a clone has what is there when it is made");
        }
        if (region.filter(Predicate.not(home.region()::equals)).isPresent()) {
            return wrong(
                    "region",
                    "is another than " + home.region()
                            + ", and RDS restores to a time, and clones, only within one: ask"
                            + " for a snapshot, {\"cluster\": …, \"region\": …}");
        }
        if (cloned && cluster.filter(ClusterKey::byResourceId).isPresent()) {
            return wrong("clone", "goes with cluster: of a deleted one there is nothing to clone, only times (at)");
        }
        if (!cloned && !timed) {
            return wrong("at", "is missing: a time like 2026-11-20T14:05:00Z, or latest; or clone, true");
        }
        return cluster.flatMap(
                key -> cloned ? Optional.of(new ClusterSelector.CopyOnWrite(key)) : pointInTime(key, at));
    }

    private Optional<SourceSelector> pointInTime(ClusterKey cluster, Optional<String> at) {
        if (at.isEmpty() || at.get().equals(PointInTime.LATEST)) {
            return at.map(latest -> new PointInTime(cluster, Optional.empty()));
        }
        try {
            Instant time = OffsetDateTime.parse(at.get()).toInstant();
            return time.equals(time.truncatedTo(ChronoUnit.SECONDS))
                    ? Optional.of(new PointInTime(cluster, Optional.of(time)))
                    : wrong("at", "has fractions of a second: RDS restores to whole ones");
        } catch (DateTimeParseException e) {
            return wrong("at", "is neither latest nor a time with its zone like 2026-11-20T14:05:00Z");
        }
    }

    private Optional<ClusterKey> key() {
        Optional<String> cluster = source.text("cluster");
        Optional<String> resource = source.text("resourceId");
        if (source.has("resourceId") && source.has("cluster")) {
            return wrongKey("resourceId", "and cluster do not go together");
        }
        if (source.has("resourceId")) {
            return resource.filter(id -> RESOURCE.matcher(id).matches())
                    .map(ClusterKey::ofResource)
                    .or(() -> wrongKey(
                            "resourceId", "is no DbClusterResourceId like cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
        }
        return cluster.filter(text -> ARN.matcher(text).matches())
                .map(this::ofArn)
                .orElseGet(() -> named(cluster.orElse("")));
    }

    private Optional<ClusterKey> ofArn(String arn) {
        String[] parts = arn.split(":", 7);
        if (!parts[4].equals(home.account())) {
            return wrongKey(
                    "cluster",
                    "is of account " + parts[4] + ": let it share a snapshot, and ask for {\"snapshot\": \"arn:…\"}");
        }
        return parts[3].equals(home.region())
                ? named(parts[6])
                : wrongKey(
                        "cluster",
                        "is in " + parts[3]
                                + ", and RDS restores to a time, and clones, only within a region: ask for a"
                                + " snapshot, {\"cluster\": …, \"region\": …}");
    }

    private Optional<ClusterKey> named(String text) {
        String name = Identifier.stored(text);
        if (!Identifier.isValid(name)) {
            return wrongKey("cluster", "is no cluster name: " + Identifier.RULE);
        }
        return Names.isReserved(name)
                ? wrongKey("cluster", Names.RESERVED + "; name it by its resourceId")
                : Optional.of(ClusterKey.named(name));
    }

    private Optional<ClusterKey> wrongKey(String field, String what) {
        source.wrong(field, what);
        return Optional.empty();
    }

    private Optional<SourceSelector> wrong(String field, String what) {
        source.wrong(field, what);
        return Optional.empty();
    }
}
