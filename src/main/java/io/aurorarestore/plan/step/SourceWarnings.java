package io.aurorarestore.plan.step;

import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Warns of what should be known of the source that is restored. */
public record SourceWarnings(Restore restore, Home home) {

    /**
     * Of one volume.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Clone.html">Cloning</a>
     */
    private static final int CLONES = 15;

    /** What is unsure about it, for whoever gets the restored cluster. */
    List<String> warnings() {
        Stream<String> unsure = restore.outputs().dataOf().isPresent() ? Stream.empty() : copied().stream();
        return Stream.of(unsure, otherKey().stream(), manyClones().stream())
                .flatMap(some -> some)
                .toList();
    }

    /** The key that the restored cluster will have: a snapshot's, unless it is copied or has none. */
    public Optional<String> key() {
        return source().moment()
                .map(ClusterMoment::keyOfRestored)
                .orElseGet(() -> SnapshotUsability.of(restore, home)
                        .flatMap(use -> use.keyOfRestored(restore.cluster().kmsKeyId())));
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
                        + ", as its source; the cluster that is replaced has " + old
                        + ". Set kmsKeyId to have another.");
    }

    /** All, for whoever only wants to know what would happen. */
    public List<String> all() {
        List<String> notes = new ArrayList<>();
        copied().ifPresent(notes::add);
        otherKey().ifPresent(notes::add);
        manyClones().ifPresent(notes::add);
        SnapshotUsability.of(restore, home)
                .filter(SnapshotUsability::endangered)
                .ifPresent(use -> notes.add("Snapshot " + use.source().id() + " would be deleted with "
                        + restore.target() + ": it is copied first."));
        return notes;
    }

    private Optional<String> copied() {
        return restore.outputs()
                .snapshot()
                .flatMap(copy ->
                        restore.outputs().provenance().map(from -> "Snapshot " + copy.id() + " is " + from + "."));
    }

    /** Then RDS makes a full copy without saying so. */
    private Optional<String> manyClones() {
        return source().moment()
                .filter(moment -> moment.isClone() && !sharesVolume(moment))
                .map(moment -> moment.cluster().clones() + " clusters share the volume of "
                        + moment.cluster().name()
                        + " already, and RDS makes no more than " + CLONES
                        + " by copy-on-write: this one will be a full copy, which takes longer and costs all its storage."
                        + " Delete clones that nobody needs.");
    }

    /** Whether what is restored is a clone that has the source's volume, as far as neither writes. */
    public static boolean sharesVolume(ClusterMoment moment) {
        return moment.isClone() && moment.cluster().clones() < CLONES;
    }

    private RestoreSource source() {
        return restore.outputs().source().orElseThrow();
    }
}
