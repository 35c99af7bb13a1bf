package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.SetProtection;
import io.aurorarestore.engine.A;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Seen;
import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ClusterSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtectTargetTest {

    private final ProtectTarget step = new ProtectTarget(A.HOME);

    @Test
    void a_target_that_nobody_wants_protected_is_not() {
        assertDecision(step, wanting(null), Seen.nothing()).isSkipped();
        assertDecision(step, replacing(wanting(false)), Seen.nothing()).isSkipped();
    }

    @Test
    void one_that_is_wanted_protected_is_protected_once() {
        assertProtected(wanting(true));
    }

    @Test
    void one_whose_predecessor_was_protected_is_too() {
        assertProtected(replacing(wanting(null)));
    }

    private void assertProtected(Restore restore) {
        String arn = A.HOME.clusterArn("orders-drill");
        Restore promoted = A.owning(restore, ResourceKind.CLUSTER, "orders-drill", arn);
        Restore pinned = promoted.with(promoted.footprint().pinned(arn, "cluster-NEW"));
        Observed ours = Seen.clusters(A.cluster("orders-drill", "cluster-NEW", "available", A.OURS));
        Observed anothers = Seen.clusters(A.cluster("orders-drill", "cluster-OTHER", "available", A.OURS));

        SetProtection protection = assertDecision(step, pinned, ours).acts(SetProtection.class);
        assertThat(protection).isEqualTo(new SetProtection("orders-drill", true));
        assertDecision(step, A.acted(pinned, protection.key()), ours).isDone();
        assertDecision(step, pinned, anothers).waitsFor("orders-drill");
    }

    private static Restore replacing(Restore restore) {
        Cluster old = Old.cluster("orders-drill", "available", true);
        return restore.with(restore.findings().withPredecessor(Predecessor.of(old, List.of())));
    }

    private static Restore wanting(Boolean protection) {
        return A.restore(
                StepName.PROTECT_TARGET,
                A.settings(
                        ClusterSettings.builder().deletionProtection(protection).build()));
    }
}
