package io.aurorarestore.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.restore.Home;
import io.aurorarestore.restore.Identifier;
import io.aurorarestore.restore.SnapshotSelector;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads which snapshot a request means. Answers null where it adds to what is wrong. */
final class SourceReader {

    private static final Set<String> FIELDS = Set.of("snapshot", "cluster", "region", "on");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(?:-[a-z]{1,12}){1,3}-\\d{1,2}");
    private static final Pattern ARN =
            Pattern.compile("arn:aws:rds:[a-z0-9-]{1,25}:\\d{12}:cluster-snapshot:[A-Za-z0-9:-]{1,255}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9:-]{1,255}");

    private final Home home;
    private final List<String> wrong;

    SourceReader(Home home, List<String> wrong) {
        this.home = home;
        this.wrong = wrong;
    }

    SnapshotSelector read(JsonNode source) {
        if (!source.isObject()) {
            return add("source is missing: {\"snapshot\": …} or {\"cluster\": …, \"region\": …}");
        }
        Fields.refuseUnknown(source, FIELDS, "source.", wrong);
        if (source.has("snapshot") == source.has("cluster")) {
            return add("source must name either a snapshot or a cluster");
        }
        return source.has("snapshot") ? snapshot(source) : cluster(source);
    }

    private SnapshotSelector snapshot(JsonNode source) {
        if (source.has("on") || source.has("region")) {
            return add("source.on and source.region go with source.cluster");
        }
        return Fields.text(source, "snapshot", wrong)
                .map(text -> isSnapshot(text)
                        ? new SnapshotSelector.ById(text)
                        : add("source.snapshot is neither a snapshot id nor the ARN of a cluster snapshot"))
                .orElse(null);
    }

    private SnapshotSelector cluster(JsonNode source) {
        String cluster = Fields.text(source, "cluster", wrong).orElse("");
        if (!Identifier.isValid(cluster)) {
            return add("source.cluster is no cluster name: " + Identifier.RULE);
        }
        String region = Fields.text(source, "region", wrong).orElse(home.region());
        if (!REGION.matcher(region).matches()) {
            return add("source.region is no AWS region");
        }
        return source.has("on")
                ? day(source)
                        .map(day -> (SnapshotSelector) new SnapshotSelector.OnDay(cluster, region, day))
                        .orElse(null)
                : new SnapshotSelector.Latest(cluster, region);
    }

    private Optional<LocalDate> day(JsonNode source) {
        try {
            return Optional.of(LocalDate.parse(source.path("on").asText()));
        } catch (DateTimeParseException e) {
            add("source.on is no date like 2026-11-20");
            return Optional.empty();
        }
    }

    private static boolean isSnapshot(String text) {
        return text.startsWith("arn:")
                ? ARN.matcher(text).matches()
                : ID.matcher(text).matches();
    }

    private SnapshotSelector add(String what) {
        wrong.add(what);
        return null;
    }
}
