package io.aurorarestore.simulation;

import io.aurorarestore.intake.OperatorActions.Operation;
import io.aurorarestore.local.rds.ClusterDeleteRequest;
import io.aurorarestore.local.rds.DbCluster;
import io.aurorarestore.local.rds.DbInstance;
import io.aurorarestore.local.rds.ModifyCluster;
import io.aurorarestore.local.rds.RdsRegion;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import java.util.List;

/** What people do to a cluster that was swapped out, once its successor serves, and to its retirement. */
final class RetirementActs {

    private final SimulatedWorld world;
    private final RdsRegion rds;

    RetirementActs(SimulatedWorld world) {
        this.world = world;
        this.rds = world.home.rds();
    }

    void meddle(Restore some) {
        List<Restore> due = world.restores.all().stream()
                .filter(one -> one.retires() && one.status() == Status.RUNNING)
                .toList();
        if (!due.isEmpty()) {
            meddleWith(world.others.one(due));
        }
    }

    private void meddleWith(Restore retirement) {
        switch (world.others.below(6)) {
            case 0 -> world.people.operate(Operation.RETIRE, retirement);
            case 1 -> world.people.operate(Operation.CANCEL, retirement);
            default -> world.home.now().cluster(retirement.names().setAside()).ifPresent(this::meddleWith);
        }
    }

    private void meddleWith(DbCluster aside) {
        switch (world.others.below(4)) {
            case 0 -> rename(aside);
            case 1 -> new ClusterActs(world).protect(aside);
            case 2 -> delete(aside);
            default -> unmark(aside);
        }
    }

    private void rename(DbCluster aside) {
        world.note(() -> "somebody renames " + aside.id());
        String other = world.number("rescued-");
        ClusterActs.tried(() -> rds.clusters().modify(ModifyCluster.rename(aside.id(), other)));
    }

    private void delete(DbCluster aside) {
        world.note(() -> "somebody deletes " + aside.id());
        for (DbInstance one : world.home.now().instancesOf(aside.id())) {
            ClusterActs.tried(() -> rds.instances().delete(one.id()));
        }
        ClusterActs.tried(() -> rds.clusters().delete(ClusterDeleteRequest.withoutSnapshot(aside.id())));
    }

    private void unmark(DbCluster aside) {
        world.note(() -> "somebody unmarks " + aside.id());
        rds.tags().remove(aside.arn(), List.of(Ownership.SET_ASIDE_TAG, Ownership.ALLOWED_TAG));
    }
}
