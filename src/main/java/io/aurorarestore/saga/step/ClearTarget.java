package io.aurorarestore.saga.step;

import io.aurorarestore.restore.Home;
import io.aurorarestore.restore.Missing;
import io.aurorarestore.restore.ResourceState;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.StepName;
import io.aurorarestore.saga.Decision;
import io.aurorarestore.saga.Look;
import io.aurorarestore.saga.Observed;
import io.aurorarestore.saga.Step;
import io.aurorarestore.saga.command.DeleteCluster;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes room, only where the request asks for {@code delete-first}: the old cluster is set aside, its sessions are ended,
 * a final snapshot is taken if asked for, then it is deleted.
 */
public record ClearTarget(Home home) implements Step {

    @Override
    public StepName name() {
        return StepName.CLEAR_TARGET;
    }

    @Override
    public Duration deadline() {
        return Duration.ofHours(4);
    }

    @Override
    public Optional<String> skips(Restore restore) {
        return restore.clearsFirst() ? Optional.empty() : Optional.of("nothing is deleted first");
    }

    @Override
    public List<Look> looks(Restore restore) {
        OldCluster old = old(restore);
        return Stream.concat(Stream.of(new Look.AtCluster(restore.target())), old.removal().looks().stream())
                .toList();
    }

    @Override
    public Decision decide(Restore restore, Observed seen) {
        OldCluster old = old(restore);
        if (seen.cluster(old.asideName()).isEmpty()
                && seen.cluster(restore.target()).isEmpty()) {
            return gone(restore, seen);
        }
        return leaving(seen, old)
                ? old.removal().next(restore, seen)
                : old.setAside(
                        seen,
                        aside -> old.reboot(seen).orElseGet(() -> old.removal().next(restore, seen)));
    }

    private static boolean leaving(Observed seen, OldCluster old) {
        return old.aside(seen)
                .filter(one -> one.state() == ResourceState.LEAVING
                        || !seen.instances().isEmpty()
                                && seen.instances().stream().anyMatch(some -> some.state() == ResourceState.LEAVING))
                .isPresent();
    }

    /** Neither name is there: it is renamed just now, or deleted. */
    private Decision gone(Restore restore, Observed seen) {
        Decision deleted = Decision.done("the old cluster is deleted");
        return deleted(restore)
                ? deleted
                : Decisions.unlessSeen(
                        restore, seen, Missing.SET_ASIDE_CLUSTER, "the old cluster to be set aside", () -> deleted);
    }

    private boolean deleted(Restore restore) {
        return restore.progress()
                .actedAt(DeleteCluster.key(restore.names().setAside()))
                .isPresent();
    }

    @Override
    public boolean undoable() {
        return true;
    }

    @Override
    public List<Look> looksToUndo(Restore restore) {
        return restore.clearsFirst() ? new BringBack(home, restore).looks() : List.of();
    }

    @Override
    public Decision undo(Restore restore, Observed seen) {
        return restore.clearsFirst()
                ? new BringBack(home, restore).next(seen)
                : Decision.done("nothing was deleted first");
    }

    private OldCluster old(Restore restore) {
        return OldCluster.of(home, restore).orElseThrow();
    }
}
