package io.aurorarestore.plan.step;

import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.restore.Restore;
import java.util.Optional;

/**
 * Decides whether a snapshot can be restored where it is. A restore takes a snapshot of its own region; one that is
 * shared and encrypted has to be copied first, as has one that is to have another key, and one that would be deleted
 * with the cluster that is deleted first.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-copy-snapshot.html">Copying</a>
 */
record SnapshotUsability(
        Snapshot source, Home home, Optional<String> wanted, Optional<String> key, boolean endangered) {

    /** Of the snapshot that is restored, if it is one. */
    static Optional<SnapshotUsability> of(Restore restore, Home home) {
        return restore.outputs()
                .snapshot()
                .map(source -> new SnapshotUsability(
                        source,
                        home,
                        restore.settings().asked().kmsKeyId(),
                        restore.copyKey(),
                        isTakenAlong(restore, source)));
    }

    /** Whether a copy is restored, and not the source itself. */
    static boolean copies(Restore restore, Home home) {
        return of(restore, home).filter(SnapshotUsability::needsCopy).isPresent();
    }

    /** Whether the snapshot would go with the cluster that is deleted before it is restored. */
    static boolean isTakenAlong(Restore restore, Snapshot snapshot) {
        return restore.clearsFirst()
                && restore.outputs()
                        .predecessor()
                        .filter(old -> old.takesAlong(snapshot))
                        .isPresent();
    }

    private boolean needsCopy() {
        return unfit() || endangered;
    }

    /** Why it is copied. */
    String reason() {
        if (elsewhere()) {
            return "it is in " + source.region();
        }
        if (unfit()) {
            return shared() ? "it is shared and encrypted" : "it has another key";
        }
        return "it would be deleted with its cluster";
    }

    boolean lacksKey() {
        return unfit() && source.kmsKeyId().isPresent() && key.isEmpty();
    }

    /** The key that the restored cluster will have. */
    Optional<String> keyOfRestored(Optional<String> asked) {
        if (needsCopy()) {
            return copyKey();
        }
        return encrypted() ? source.kmsKeyId() : asked;
    }

    /** The key of the copy: its own, where nothing asks for another; an unencrypted snapshot gets none by copying. */
    Optional<String> copyKey() {
        return encrypted() && unfit() ? key : source.kmsKeyId();
    }

    private boolean unfit() {
        return elsewhere() || (encrypted() && (shared() || otherKey()));
    }

    private boolean elsewhere() {
        return !source.region().equals(home.region());
    }

    private boolean shared() {
        return !source.account().equals(home.account());
    }

    private boolean encrypted() {
        return source.encrypted();
    }

    private boolean otherKey() {
        return wanted.isPresent() && !wanted.equals(source.kmsKeyId());
    }
}
