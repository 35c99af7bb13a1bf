package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.DbSnapshot;
import io.aurorarestore.local.rds.PageRequest;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ReplaceMode;
import java.util.Optional;

/** No data goes before something stands for it: a successor that answers, a last snapshot, or a word that it may go. */
final class Safekeeping {

    private final SimulatedWorld world;
    private final Restore restore;

    Safekeeping(SimulatedWorld world, Restore restore) {
        this.world = world;
        this.restore = restore;
    }

    /** Now, as the call takes effect. */
    void mayBeDeleted(String cluster) {
        boolean hadData = restore.outputs()
                .predecessor()
                .filter(old -> old.resourceId().equals(cluster))
                .isPresent();
        if (!hadData) {
            return;
        }
        must(isSaved() || !wantsLastSnapshot(), "deletes the old cluster without its last snapshot");
        must(hasSuccessor() || isSaved() || mayBeLost(), "deletes data that nothing stands for");
        must(hasSuccessor() || sourceIsThere(), "deletes the old cluster, and its source is not there");
    }

    /** From the deletion on until the restored cluster is there. */
    void check() {
        boolean between = restore.clearsFirst()
                && restore.status() == Status.RUNNING
                && restore.step().compareTo(StepName.CLEAR_TARGET) > 0
                && restore.step().compareTo(StepName.RESTORE_CLUSTER) <= 0;
        must(!between || sourceIsThere(), "has deleted the old cluster, and its source is gone");
    }

    /** Its last snapshot is there, if it wants one, or it needs none. */
    boolean mayBeGone() {
        return restore.replace() == ReplaceMode.DELETE_FIRST && (isSaved() || !wantsLastSnapshot());
    }

    private boolean wantsLastSnapshot() {
        return restore.cluster().finalSnapshot().orElse(false);
    }

    private boolean isSaved() {
        return available(restore.names().finalSnapshot())
                .filter(one -> world.made.by(restore.origin(), one.arn()))
                .isPresent();
    }

    private boolean hasSuccessor() {
        return world.database.hasIdentified(restore.origin());
    }

    private boolean mayBeLost() {
        return restore.replace() == ReplaceMode.DELETE_FIRST
                && restore.accepted().request().acceptDataLoss();
    }

    private boolean sourceIsThere() {
        return restore.outputs()
                .restorable()
                .fold(
                        snapshot -> available(snapshot.arn()).isPresent(),
                        moment -> moment.cluster().deleted()
                                ? isRetained(moment.cluster().resourceId())
                                : world.home
                                        .now()
                                        .clusterById(moment.cluster().resourceId())
                                        .isPresent());
    }

    private boolean isRetained(String cluster) {
        return world.home.rds().backups().describe(null, null, PageRequest.FIRST).items().stream()
                .anyMatch(one -> one.retained() && one.cluster().resourceId().equals(cluster));
    }

    private Optional<DbSnapshot> available(String idOrArn) {
        return world.home.now().snapshot(idOrArn).filter(one -> one.status().equals("available"));
    }

    private void must(boolean holds, String otherwise) {
        world.referee.must(
                holds,
                () -> "restore " + restore.id() + " (" + restore.status() + ", " + restore.step() + ") " + otherwise);
    }
}
