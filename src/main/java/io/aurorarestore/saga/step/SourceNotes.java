package io.aurorarestore.saga.step;

import io.aurorarestore.restore.Home;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What should be known of the snapshot that is restored. */
public record SourceNotes(Restore restore, Home home) {

    /** What is unsure about it, for whoever gets the restored cluster. */
    List<String> warnings() {
        return restore.findings().dataOf().isPresent()
                ? List.of()
                : copied().stream().toList();
    }

    /** All, for whoever only wants to know what would happen. */
    public List<String> all() {
        List<String> notes = new ArrayList<>();
        copied().ifPresent(notes::add);
        if (SnapshotUse.of(restore, home).endangered()) {
            notes.add("Snapshot " + source().id() + " would be deleted with " + restore.target()
                    + ": it is copied first.");
        }
        return notes;
    }

    private Optional<String> copied() {
        return restore.findings().provenance().map(from -> "Snapshot " + source().id() + " is " + from + ".");
    }

    private Snapshot source() {
        return restore.findings().source().orElseThrow();
    }
}
