package io.aurorarestore.intake;

import io.aurorarestore.model.restore.BilledItem;
import io.aurorarestore.model.restore.BilledItem.Per;
import io.aurorarestore.model.restore.BilledItem.Unit;
import io.aurorarestore.model.restore.BilledItem.What;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Predecessor.Member;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Retirement;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what AWS goes on billing for the cluster that is replaced: whole while it is kept, then for what is left of it. */
record OldClusterEstimate(Restore restore) {

    Stream<BilledItem> all() {
        return restore.outputs().predecessor().stream()
                .flatMap(old ->
                        Stream.of(kept(old), finalSnapshot(), backups(old)).flatMap(some -> some));
    }

    private Stream<BilledItem> kept(Predecessor old) {
        Retirement policy = restore.cluster().retirement().orElse(Retirement.KEEP);
        if (!restore.swaps() || policy.now()) {
            return Stream.empty();
        }
        String until = policy.after().map(time -> "kept for " + time).orElse("until somebody deletes it");
        BilledItem storage = new BilledItem(
                What.OLD_STORAGE,
                PlanEstimate.storageType(old.settings().attributes()),
                Optional.empty(),
                Unit.GIB_MONTH,
                Per.MONTH,
                until + "; " + PlanEstimate.NOT_TOLD);
        BilledInstances instances = new BilledInstances(
                What.OLD_INSTANCES,
                old.instances().stream().map(Member::instanceClass).toList(),
                old.settings().serverlessV2());
        return Stream.concat(instances.each(until, policy.after()), Stream.of(storage));
    }

    private Stream<BilledItem> finalSnapshot() {
        boolean deleted = restore.clearsFirst()
                || (restore.swaps()
                        && restore.cluster()
                                .retirement()
                                .orElse(Retirement.KEEP)
                                .after()
                                .isPresent());
        return deleted && restore.cluster().finalSnapshot().orElse(false)
                ? Stream.of(left(What.FINAL_SNAPSHOT, "until somebody deletes it"))
                : Stream.empty();
    }

    /** Of a cluster that is deleted first they are retained. */
    private Stream<BilledItem> backups(Predecessor old) {
        return restore.clearsFirst()
                ? Stream.of(left(
                        What.RETAINED_BACKUPS,
                        "retained for "
                                + old.settings()
                                        .backupRetentionDays()
                                        .map(days -> days + " day(s)")
                                        .orElse("their time")))
                : Stream.empty();
    }

    private static BilledItem left(What what, String until) {
        return new BilledItem(
                what,
                Optional.empty(),
                Optional.empty(),
                Unit.GIB_MONTH,
                Per.MONTH,
                until + "; RDS does not say before how much that is");
    }
}
