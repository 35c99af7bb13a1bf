package io.aurorarestore.simulation;

import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DescribeSnapshots;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
            nothingImpossibleIsAskedFor();
            oneRestoreATarget();
            world.restores.all().forEach(this::check);
        }
    }

    private void check(Restore restore) {
        must(
                restore.settled() || restore.schedule().wakeAt().isPresent(),
                restore,
                "has no time at which it is looked at again");
        auditMatches(restore);
        if (!restore.retires()) {
            world.secretRules.check(restore);
            new Safekeeping(world, restore).check();
            holdsItsTarget(restore);
        }
        restore.outputs().predecessor().ifPresent(old -> oldIsThere(restore, old));
    }

    private void sourcesAreThere() {
        world.referee.must(
                world.home.now().snapshot(InitialEstate.NEARBY).isPresent(),
                () -> "the source snapshot " + InitialEstate.NEARBY + " is deleted");
    }

    /** What RDS does not have is found before anything is made or deleted. */
    private void nothingImpossibleIsAskedFor() {
        world.aurora
                .impossible()
                .forEach((tags, why) -> world.referee.must(
                        bringsBackWhatWasGivenUp(tags),
                        () -> "RDS is asked for what it does not have, by " + tags + ": " + why));
    }

    /** The loss was accepted, and then a stranger had a snapshot under the name that a last one would have. */
    private boolean bringsBackWhatWasGivenUp(Map<String, String> tags) {
        return world.restores.all().stream()
                .filter(one -> tags.containsValue(one.id().value()))
                .anyMatch(one -> one.status() != Status.RUNNING
                        && one.accepted().request().acceptDataLoss()
                        && !one.cluster().finalSnapshot().orElse(false));
    }

    private void oneRestoreATarget() {
        Set<String> held = new HashSet<>();
        for (Restore restore : world.restores.all()) {
            must(
                    restore.retires() || !CommitRules.mustHold(restore) || held.add(restore.target()),
                    restore,
                    "is not alone with its target");
        }
    }

    /** As long as it lives, and one that has failed until it is given up. */
    private void holdsItsTarget(Restore restore) {
        Optional<RestoreId> holder = world.restores.holds(restore.target());
        must(
                holder.filter(restore.id()::equals).isPresent() == CommitRules.mustHold(restore),
                restore,
                "sees its target held by " + holder);
    }

    private void auditMatches(Restore restore) {
        must(
                restore.retires() || restore.entries() == world.restores.entries(restore.id()),
                restore,
                "has a gap in its audit trail");
    }

    /** Until the pivot the old data is there, and nobody has given up to bring it back. */
    private void oldIsThere(Restore restore, Predecessor old) {
        if (restore.holdsTarget() && beforePivot(restore)) {
            Optional<DbCluster> there = world.home
                    .now()
                    .clusterById(old.resourceId())
                    .filter(one -> !one.status().equals("deleting"));
            must(there.isPresent() || new Safekeeping(world, restore).mayBeGone(), restore, "has lost the old cluster");
            there.ifPresent(one -> oneRenameAway(restore, one));
        }
    }

    private void oneRenameAway(Restore restore, DbCluster old) {
        must(
                old.id().equals(restore.target())
                        || old.id().equals(restore.names().setAside()),
                restore,
                "has let the old cluster be called " + old.id());
    }

    private static boolean beforePivot(Restore restore) {
        Status direction = restore.outcome().failedWhile().orElse(restore.status());
        return direction == Status.ROLLING_BACK
                || (direction == Status.RUNNING && restore.step().compareTo(StepName.VERIFY_ENDPOINT) <= 0);
    }

    void checkTheEnd() {
        world.referee.must(
                InitialEstate.west(world.rds).snapshots().describe(DescribeSnapshots.all()).items().stream()
                        .anyMatch(one -> one.id().equals(InitialEstate.SOURCE)),
                () -> "the source snapshot " + InitialEstate.SOURCE + " is deleted");
        world.hooks.checkTheEnd();
        for (Restore restore : world.restores.all()) {
            told(restore);
            AtTheEnd end = new AtTheEnd(world, restore);
            if (end.isTheLatest()) {
                end.check();
            }
            world.mustNotTell(world.restores.audit(restore.id()));
            world.mustNotTell(restore);
        }
    }

    private void told(Restore restore) {
        List<AuditEntry> trail = world.restores.audit(restore.id());
        must(trail.get(trail.size() - 1).what().equals("announced"), restore, "was never announced");
        must(
                restore.outbox().taskTokens().stream().allMatch(world.workflows::heardTheEnd),
                restore,
                "left its workflow waiting");
    }

    private void must(boolean holds, Restore restore, String otherwise) {
        world.referee.must(
                holds,
                () -> "restore " + restore.id() + " (" + restore.status() + ", " + restore.step() + ") " + otherwise);
    }
}
