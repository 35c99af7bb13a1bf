package io.aurorarestore.model.request;

import io.aurorarestore.model.aws.Home;
import java.util.Map;
import java.util.function.Function;

/** Where a request wants the data from: a snapshot, or a cluster itself. */
public sealed interface SourceSelector permits SnapshotSelector, ClusterSelector {

    /** The region to look in. */
    String region(Home home);

    /** In words, for messages. */
    String description();

    /** As a request says it: texts and flags. */
    Map<String, Object> asked();

    /** Names what such sources have in common, however their data changes: what restores from them take is compared. */
    String series();

    /** By its kind. */
    <T> T of(Function<SnapshotSelector, T> snapshot, Function<ClusterSelector, T> cluster);
}
