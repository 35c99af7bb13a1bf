package io.aurorarestore.model.request;

import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.aws.Home;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A cluster's data that a request asks for: as of a time, the latest that can be restored, or a clone of it as it runs. */
public sealed interface ClusterSelector extends SourceSelector {

    /** Whose data. */
    ClusterKey cluster();

    /** Whether it is to share the cluster's storage until either writes. */
    boolean isClone();

    @Override
    default String series() {
        return (isClone() ? "clone/" : "time/") + cluster().value();
    }

    /** RDS restores no cluster's data in another region. */
    @Override
    default String region(Home home) {
        return home.region();
    }

    @Override
    default <T> T of(Function<SnapshotSelector, T> snapshots, Function<ClusterSelector, T> clusters) {
        return clusters.apply(this);
    }

    /** @param at the moment; empty for the latest that RDS can restore */
    record PointInTime(ClusterKey cluster, Optional<Instant> at) implements ClusterSelector {

        /** What a request says for the latest. */
        public static final String LATEST = "latest";

        @Override
        public boolean isClone() {
            return false;
        }

        @Override
        public String description() {
            return "cluster " + cluster.value() + " as of "
                    + at.map(Instant::toString).orElse("its latest restorable time");
        }

        @Override
        public Map<String, Object> asked() {
            Map<String, Object> asked = new LinkedHashMap<>(cluster.asked());
            asked.put("at", at.map(Instant::toString).orElse(LATEST));
            return asked;
        }
    }

    /** By copy-on-write: minutes, whatever the size. */
    record CopyOnWrite(ClusterKey cluster) implements ClusterSelector {

        @Override
        public boolean isClone() {
            return true;
        }

        @Override
        public String description() {
            return "a clone of cluster " + cluster.value();
        }

        @Override
        public Map<String, Object> asked() {
            Map<String, Object> asked = new LinkedHashMap<>(cluster.asked());
            asked.put("clone", true);
            return asked;
        }
    }
}
