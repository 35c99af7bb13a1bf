package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.SetProtection;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.ObservedBuilder;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtectTargetTest {

    private final ProtectTarget step = new ProtectTarget(TestData.HOME);

    @Test
    void a_target_that_nobody_wants_protected_is_not() {
        assertDecision(step, wanting(null), ObservedBuilder.nothing()).isSkipped();
        assertDecision(step, replacing(wanting(false)), ObservedBuilder.nothing())
                .isSkipped();
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
        String arn = TestData.HOME.clusterArn("orders-drill");
        Restore promoted = TestData.owning(restore, ResourceKind.CLUSTER, "orders-drill", arn);
        Restore pinned = promoted.with(promoted.resources().pinned(arn, "cluster-NEW"));
        Observed ours =
                ObservedBuilder.clusters(TestData.cluster("orders-drill", "cluster-NEW", "available", TestData.OURS));
        Observed anothers =
                ObservedBuilder.clusters(TestData.cluster("orders-drill", "cluster-OTHER", "available", TestData.OURS));

        SetProtection protection = assertDecision(step, pinned, ours).acts(SetProtection.class);
        assertThat(protection).isEqualTo(new SetProtection("orders-drill", true));
        assertDecision(step, TestData.acted(pinned, protection.key()), ours).isDone();
        assertDecision(step, pinned, anothers).waitsFor("orders-drill");
    }

    private static Restore replacing(Restore restore) {
        Cluster old = PredecessorFixture.cluster("orders-drill", "available", true);
        return restore.with(restore.outputs().withPredecessor(Predecessor.of(old, List.of())));
    }

    private static Restore wanting(Boolean protection) {
        return TestData.restore(
                StepName.PROTECT_TARGET,
                TestData.settings(ClusterSettings.builder()
                        .with(ClusterSetting.DELETION_PROTECTION, protection)
                        .build()));
    }
}
