package io.aurorarestore.plan.step;

import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Warns of what should be known of the snapshot that is restored. */
public record SourceWarnings(Restore restore, Home home) {

    /** What is unsure about it, for whoever gets the restored cluster. */
    List<String> warnings() {
        Stream<String> unsure = restore.outputs().dataOf().isPresent() ? Stream.empty() : copied().stream();
        return Stream.concat(unsure, otherKey().stream()).toList();
    }

    /** The key that the restored cluster will have: a snapshot's, unless it is copied or has none. */
    public Optional<String> key() {
        return SnapshotUsability.of(restore, home)
                .keyOfRestored(restore.cluster().kmsKeyId());
    }

    private Optional<String> otherKey() {
        Optional<String> key = key();
        return restore.outputs()
                .predecessor()
                .flatMap(Predecessor::kmsKeyId)
                .filter(old -> restore.settings().asked().kmsKeyId().isEmpty())
                .filter(old -> !key.equals(Optional.of(old)))
                .map(old -> "The new cluster will have "
                        + key.map(one -> "the key " + one).orElse("no key of the account")
                        + ", as its snapshot; the cluster that is replaced has " + old
                        + ". Set kmsKeyId to have another.");
    }

    /** All, for whoever only wants to know what would happen. */
    public List<String> all() {
        List<String> notes = new ArrayList<>();
        copied().ifPresent(notes::add);
        otherKey().ifPresent(notes::add);
        if (SnapshotUsability.of(restore, home).endangered()) {
            notes.add("Snapshot " + source().id() + " would be deleted with " + restore.target()
                    + ": it is copied first.");
        }
        return notes;
    }

    private Optional<String> copied() {
        return restore.outputs().provenance().map(from -> "Snapshot " + source().id() + " is " + from + ".");
    }

    private Snapshot source() {
        return restore.outputs().source().orElseThrow();
    }
}
