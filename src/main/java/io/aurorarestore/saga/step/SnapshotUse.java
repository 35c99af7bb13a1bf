package io.aurorarestore.saga.step;

import io.aurorarestore.restore.Home;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.Snapshot;
import java.util.Optional;

/**
 * Whether a snapshot can be restored where it is. A restore takes a snapshot of its own region; one that is shared and
 * encrypted has to be copied first, as has one that is to have another key.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-copy-snapshot.html">Copying</a>
 */
record SnapshotUse(Snapshot source, Home home, Optional<String> wanted, Optional<String> key) {

    static SnapshotUse of(Restore restore, Home home) {
        Snapshot source = restore.findings().source().orElseThrow();
        return new SnapshotUse(source, home, restore.settings().asked().kmsKeyId(), restore.copyKey());
    }

    boolean needsCopy() {
        return elsewhere() || (encrypted() && (shared() || otherKey()));
    }

    boolean lacksKey() {
        return needsCopy() && encrypted() && key.isEmpty();
    }

    /** The key of the copy: an unencrypted snapshot cannot be encrypted by copying. */
    Optional<String> copyKey() {
        return encrypted() ? key : Optional.empty();
    }

    private boolean elsewhere() {
        return !source.region().equals(home.region());
    }

    private boolean shared() {
        return !source.account().equals(home.account());
    }

    private boolean encrypted() {
        return source.kmsKeyId().isPresent();
    }

    private boolean otherKey() {
        return wanted.isPresent() && !wanted.equals(source.kmsKeyId());
    }
}
