package io.aurorarestore.model.aws;

import java.util.Optional;
import java.util.function.Function;

/** What a cluster is restored from: a snapshot, or a cluster's data of a moment. */
public sealed interface RestoreSource permits Snapshot, ClusterMoment {

    /** Of the snapshot, or of the cluster. */
    String arn();

    String engine();

    String engineVersion();

    /** Whether its storage is; RDS may use a key of its own, which has no id here. */
    boolean encrypted();

    Optional<String> kmsKeyId();

    /** In words, for messages: {@code snapshot orders-2026-11-20}. */
    String description();

    /** By what it is. */
    <T> T fold(Function<Snapshot, T> snapshot, Function<ClusterMoment, T> moment);

    default Optional<Snapshot> snapshot() {
        return fold(Optional::of, moment -> Optional.empty());
    }

    default Optional<ClusterMoment> moment() {
        return fold(snapshot -> Optional.empty(), Optional::of);
    }
}
