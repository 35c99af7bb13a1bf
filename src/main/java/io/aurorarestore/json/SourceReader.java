package io.aurorarestore.json;

import io.aurorarestore.model.Names;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.Identifier;
import io.aurorarestore.model.aws.Partition;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.request.SourceSelector;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads where a request wants the data from. Empty where something is wrong. */
final class SourceReader {

    private static final String A_REGION = "[a-z]{2,4}(?:-[a-z]{1,12}){1,3}-\\d{1,2}";
    private static final Pattern REGION = Pattern.compile(A_REGION);
    private static final Pattern ARN = Pattern.compile(
            "arn:aws(?:-[a-z]{1,8}){0,2}:rds:" + A_REGION + ":\\d{12}:cluster-snapshot:[A-Za-z0-9:-]{1,255}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9:-]{1,255}");

    private final Home home;
    private final Fields request;
    private final Fields source;

    SourceReader(Home home, Fields request) {
        this.home = home;
        this.request = request;
        this.source = request.object("source");
    }

    Optional<SourceSelector> read() {
        if (!request.has("source")) {
            return wrong(request, "source", "is missing: {\"snapshot\": …} or {\"cluster\": …, \"region\": …}");
        }
        Optional<SourceSelector> read = kind();
        source.refuseUnknown();
        Optional<String> unknown = read.filter(one -> !mayBe(one)).map(one -> one.region(home));
        if (unknown.isPresent()) {
            return wrong(request, "source", "is in no region that this service knows: " + unknown.get());
        }
        return read;
    }

    private Optional<SourceSelector> kind() {
        if (source.has("snapshot")) {
            return snapshot();
        }
        return Stream.of("at", "clone", "resourceId").anyMatch(source::has)
                ? new ClusterSourceReader(home, source).read()
                : cluster();
    }

    /** The ARN of another partition's snapshot is one: there is just nothing of it here. */
    private boolean mayBe(SourceSelector source) {
        return source instanceof SnapshotSelector.ById || home.mayKnow(source.region(home));
    }

    private Optional<SourceSelector> snapshot() {
        Optional<String> snapshot = source.text("snapshot").map(Identifier::stored);
        List<String> others = Stream.of("cluster", "resourceId", "region", "on", "at", "clone")
                .filter(field -> source.value(field).isPresent())
                .toList();
        if (!others.isEmpty()) {
            return wrong(
                    source,
                    "snapshot",
                    "stands alone, without " + String.join(", ", others)
                            + ": cluster, region and on go together, or cluster and at, or cluster and clone");
        }
        if (snapshot.filter(text -> !isSnapshot(text)).isPresent()) {
            return wrong(source, "snapshot", "is neither a snapshot id nor the ARN of a cluster snapshot");
        }
        return snapshot.map(SnapshotSelector.ById::new);
    }

    private Optional<SourceSelector> cluster() {
        String cluster = source.text("cluster").map(Identifier::stored).orElse("");
        String region = source.text("region").orElse(home.region());
        Optional<String> on = source.text("on");
        if (!Identifier.isValid(cluster)) {
            return wrong(source, "cluster", "is no cluster name: " + Identifier.RULE);
        }
        if (Names.isReserved(cluster)) {
            return wrong(source, "cluster", Names.RESERVED + "; name a snapshot by its id");
        }
        if (!REGION.matcher(region).matches()) {
            return wrong(source, "region", "is no AWS region");
        }
        return on.isEmpty()
                ? Optional.of(new SnapshotSelector.Latest(cluster, region))
                : onDay(cluster, region, on.get());
    }

    private Optional<SourceSelector> onDay(String cluster, String region, String on) {
        try {
            return Optional.of(new SnapshotSelector.OnDay(cluster, region, LocalDate.parse(on)));
        } catch (DateTimeParseException e) {
            return wrong(source, "on", "is no date like 2026-11-20");
        }
    }

    private static boolean isSnapshot(String text) {
        return text.startsWith("arn:")
                ? ARN.matcher(text).matches() && isOfItsPartition(text.split(":", 5))
                : ID.matcher(text).matches();
    }

    private static boolean isOfItsPartition(String[] arn) {
        return Partition.of(arn[3]).map(Partition::id).filter(arn[1]::equals).isPresent();
    }

    private static Optional<SourceSelector> wrong(Fields where, String field, String what) {
        where.wrong(field, what);
        return Optional.empty();
    }
}
