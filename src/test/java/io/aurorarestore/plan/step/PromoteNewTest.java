package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static io.aurorarestore.engine.DecisionAssert.assertUndo;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.RenameCluster;
import io.aurorarestore.command.Tag;
import io.aurorarestore.engine.ObservedBuilder;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.restore.Missing;
import io.aurorarestore.model.restore.Restore;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromoteNewTest {

    private final PromoteNew step = new PromoteNew(TestData.HOME);
    private final Restore restore = TestData.staged(StepName.PROMOTE_NEW);
    private final Cluster staging = TestData.cluster(restore.names().staging(), "available", TestData.OURS);

    @Test
    void the_staging_cluster_takes_the_targets_name() {
        RenameCluster command =
                assertDecision(step, restore, ObservedBuilder.clusters(staging)).acts(RenameCluster.class);

        assertThat(command).isEqualTo(new RenameCluster(staging.name(), "orders-drill"));
    }

    @Test
    void a_rename_under_way_is_waited_for() {
        Cluster renaming = TestData.cluster(staging.name(), "renaming", TestData.OURS);

        assertDecision(step, restore, ObservedBuilder.clusters(renaming)).waitsFor("renaming");
        assertDecision(step, restore, ObservedBuilder.nothing()).waitsFor("the rename");
    }

    @Test
    void a_restored_cluster_that_was_removed_is_not_waited_for_to_the_deadline() {
        assertDecision(step, PredecessorFixture.missed(restore, Missing.PROMOTED_CLUSTER), ObservedBuilder.nothing())
                .failsWith(FailureCode.GONE);
    }

    @Test
    void once_renamed_it_is_tagged_live() {
        Cluster target = TestData.renamed(staging, "orders-drill", TestData.OURS);

        Tag command =
                assertDecision(step, restore, ObservedBuilder.clusters(target)).acts(Tag.class);

        assertThat(command).isEqualTo(new Tag(target.arn(), Map.of(Ownership.STATE_TAG, Ownership.LIVE)));
    }

    @Test
    void once_tagged_it_is_done_and_owned_under_its_new_name() {
        Map<String, String> live = new HashMap<>(TestData.OURS);
        live.put(Ownership.STATE_TAG, Ownership.LIVE);
        Cluster target = TestData.renamed(staging, "orders-drill", live);

        Restore after =
                assertDecision(step, restore, ObservedBuilder.clusters(target)).isDone();

        assertThat(after.outputs().endpoint()).contains(new Endpoint("orders-drill", 5432));
        assertThat(after.resources().of(target.arn()).orElseThrow().resourceId())
                .contains(staging.resourceId());
    }

    @Test
    void somebody_elses_target_is_left_alone() {
        Cluster foreign = TestData.cluster("orders-drill", "available", TestData.STRANGERS);

        assertDecision(step, restore, ObservedBuilder.clusters(foreign, staging))
                .failsWith(FailureCode.TARGET_EXISTS);
    }

    @Test
    void a_cluster_with_our_tag_but_another_resource_id_is_not_renamed() {
        Cluster impostor = TestData.renamed(
                TestData.cluster("another", "available", TestData.OURS), staging.name(), TestData.OURS);

        assertDecision(
                        step,
                        PredecessorFixture.missed(restore, Missing.PROMOTED_CLUSTER),
                        ObservedBuilder.clusters(impostor))
                .failsWith(FailureCode.NAME_TAKEN);
    }

    @Test
    void a_stranger_under_the_staging_name_does_not_make_us_forget_what_was_promoted() {
        Cluster stranger = TestData.cluster(staging.name(), "cluster-OTHER", "available", TestData.STRANGERS);
        Cluster promoted = TestData.renamed(staging, "orders-drill", TestData.OURS);

        assertDecision(step, restore, ObservedBuilder.clusters(stranger)).waitsFor("the rename");
        assertUndo(step, restore, ObservedBuilder.clusters(stranger)).waitsFor("restored cluster");

        Restore failed = assertDecision(
                        step,
                        PredecessorFixture.missed(restore, Missing.PROMOTED_CLUSTER),
                        ObservedBuilder.clusters(stranger))
                .failsWith(FailureCode.NAME_TAKEN);
        assertUndo(step, failed, ObservedBuilder.clusters(promoted, stranger)).acts(RenameCluster.class);
    }
}
