package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DescribeSnapshots;
import io.aurorarestore.restore.AuditEntry;
import io.aurorarestore.restore.Predecessor;
import io.aurorarestore.restore.Replace;
import io.aurorarestore.restore.Restore;
import io.aurorarestore.restore.Status;
import io.aurorarestore.restore.StepName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold at any time, looked at whenever something has changed. */
final class Invariants {

    private final SimulatedWorld world;
    private boolean due;

    Invariants(SimulatedWorld world) {
        this.world = world;
    }

    void due() {
        due = true;
    }

    void check() {
        if (due) {
            due = false;
            sourcesAreThere();
            oneRestoreATarget();
            world.restores().all().forEach(this::check);
        }
    }

    private void check(Restore restore) {
        must(
                restore.settled() || restore.turn().wakeAt().isPresent(),
                restore,
                "has no time at which it is looked at again");
        auditMatches(restore);
        restore.findings().predecessor().ifPresent(old -> oldIsThere(restore, old));
    }

    private void sourcesAreThere() {
        world.referee()
                .must(
                        world.home().now().snapshot(Estate.NEARBY).isPresent(),
                        () -> "the source snapshot " + Estate.NEARBY + " is deleted");
    }

    private void oneRestoreATarget() {
        Set<String> held = new HashSet<>();
        for (Restore restore : world.restores().all()) {
            must(!restore.holdsTarget() || held.add(restore.target()), restore, "is not alone with its target");
        }
    }

    private void auditMatches(Restore restore) {
        List<AuditEntry> trail = world.restores().audit(restore.id());
        must(restore.retires() || restore.entries() == trail.size(), restore, "has a gap in its audit trail");
    }

    /** Until the pivot the old cluster serves, or is one rename away from it, and nobody has given that up. */
    private void oldIsThere(Restore restore, Predecessor old) {
        if (restore.replace() != Replace.SWAP || restore.retires() || !beforePivot(restore)) {
            return;
        }
        Optional<DbCluster> there = world.home().now().clusterById(old.resourceId());
        must(there.filter(one -> !one.status().equals("deleting")).isPresent(), restore, "has lost the old cluster");
        there.ifPresent(one -> must(
                one.id().equals(restore.target())
                        || one.id().equals(restore.names().setAside()),
                restore,
                "has let the old cluster be called " + one.id()));
    }

    private static boolean beforePivot(Restore restore) {
        return restore.status() == Status.ROLLING_BACK
                || restore.status() == Status.RUNNING && restore.step().compareTo(StepName.VERIFY_ENDPOINT) <= 0;
    }

    void mustNotTell(Object said) {
        world.referee().must(!said.toString().contains(SimulatedSecrets.MARK), () -> "a secret in " + said);
    }

    void checkTheEnd() {
        world.referee()
                .must(
                        world.estate().west().snapshots().describe(DescribeSnapshots.all()).items().stream()
                                .anyMatch(one -> one.id().equals(Estate.SOURCE)),
                        () -> "the source snapshot " + Estate.SOURCE + " is deleted");
        for (Restore restore : world.restores().all()) {
            told(restore);
            AtTheEnd end = new AtTheEnd(world, restore);
            if (end.isTheLatest()) {
                end.check();
            }
            mustNotTell(world.restores().audit(restore.id()));
            mustNotTell(restore);
        }
    }

    private void told(Restore restore) {
        String last = io.aurorarestore.restore.Announcement.endOf(restore).status();
        must(!world.announced().about(restore.id()).isEmpty(), restore, "was never announced as " + last);
    }

    private void must(boolean holds, Restore restore, String otherwise) {
        world.referee()
                .must(
                        holds,
                        () -> "restore " + restore.id() + " (" + restore.status() + ", " + restore.step() + ") "
                                + otherwise);
    }
}
