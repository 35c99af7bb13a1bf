package io.aurorarestore.model.request;

import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;

/** Which snapshot a request asks for: by id, or the latest of a cluster or of one of its days. */
public sealed interface SnapshotSelector extends SourceSelector {

    /**
     * Whether a snapshot of the right cluster is one that is meant. What a restore of ours made for itself is only meant
     * by its name.
     *
     * @param dataOf when its data was taken
     */
    boolean admits(Snapshot snapshot, Instant dataOf);

    /** By the one snapshot it names, or else by the cluster whose snapshots are meant. */
    <T> T fold(Function<String, T> snapshot, Function<String, T> cluster);

    @Override
    default <T> T of(Function<SnapshotSelector, T> snapshots, Function<ClusterSelector, T> clusters) {
        return snapshots.apply(this);
    }

    private static String series(String cluster, String region) {
        return "snapshot/" + region + "/" + cluster;
    }

    /** One snapshot, by its id (in the home region) or its ARN (anywhere). */
    record ById(String snapshot) implements SnapshotSelector {

        public boolean isArn() {
            return snapshot.startsWith("arn:");
        }

        @Override
        public String region(Home home) {
            return isArn() ? snapshot.split(":", 5)[3] : home.region();
        }

        @Override
        public boolean admits(Snapshot candidate, Instant dataOf) {
            return snapshot.equals(isArn() ? candidate.arn() : candidate.id());
        }

        @Override
        public String description() {
            return "snapshot " + snapshot;
        }

        /** Each time it may be another. */
        @Override
        public String series() {
            return "snapshot";
        }

        @Override
        public Map<String, Object> asked() {
            return Map.of("snapshot", snapshot);
        }

        @Override
        public <T> T fold(Function<String, T> one, Function<String, T> ofCluster) {
            return one.apply(snapshot);
        }
    }

    /** The newest snapshot of a cluster. */
    record Latest(String cluster, String region) implements SnapshotSelector {

        @Override
        public String region(Home home) {
            return region;
        }

        @Override
        public boolean admits(Snapshot candidate, Instant dataOf) {
            return !candidate.isOurs();
        }

        @Override
        public String description() {
            return "the latest snapshot of " + cluster + " in " + region;
        }

        @Override
        public String series() {
            return SnapshotSelector.series(cluster, region);
        }

        @Override
        public Map<String, Object> asked() {
            return Map.of("cluster", cluster, "region", region);
        }

        @Override
        public <T> T fold(Function<String, T> one, Function<String, T> ofCluster) {
            return ofCluster.apply(cluster);
        }
    }

    /** The newest snapshot that a cluster has of one UTC day. */
    record OnDay(String cluster, String region, LocalDate on) implements SnapshotSelector {

        @Override
        public String region(Home home) {
            return region;
        }

        @Override
        public boolean admits(Snapshot candidate, Instant dataOf) {
            return !candidate.isOurs() && on.equals(day(dataOf));
        }

        @Override
        public String description() {
            return "a snapshot of " + cluster + " in " + region + " created on " + on + " (UTC)";
        }

        @Override
        public String series() {
            return SnapshotSelector.series(cluster, region);
        }

        @Override
        public Map<String, Object> asked() {
            return Map.of("cluster", cluster, "region", region, "on", on.toString());
        }

        @Override
        public <T> T fold(Function<String, T> one, Function<String, T> ofCluster) {
            return ofCluster.apply(cluster);
        }

        private static LocalDate day(Instant instant) {
            return LocalDate.ofInstant(instant, ZoneOffset.UTC);
        }
    }
}
