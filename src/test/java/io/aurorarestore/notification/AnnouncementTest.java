package io.aurorarestore.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.ResourceKind;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.ClusterMoment;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.restore.OwnedResources;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.settings.ClusterSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnouncementTest {

    private static final Failure TROUBLE = new Failure(FailureCode.NAME_TAKEN, "Both are there.");

    private final Restore restore = replacing(TestData.staged(StepName.SET_ASIDE_OLD));
    private final String staging = restore.names().staging();
    private final String aside = restore.names().setAside();

    @Test
    void a_success_leaves_nothing_behind() {
        assertThat(told(ended(restore, Status.SUCCEEDED)).leftovers()).isEmpty();
    }

    @Test
    void a_success_says_what_was_restored_and_of_when_its_data_is() {
        assertThat(told(ended(restore, Status.SUCCEEDED)).text())
                .contains("was restored from orders-prod-2026-11-20, data of 2026-");
        assertThat(told(ended(of(Optional.of(TestData.NOW)), Status.SUCCEEDED)).text())
                .contains("was restored from cluster orders-prod as of " + TestData.NOW + ".");
        assertThat(told(ended(of(Optional.empty()), Status.SUCCEEDED)).text())
                .contains("was restored from a clone of cluster orders-prod, data of " + TestData.NOW + ".");
    }

    private Restore of(Optional<Instant> at) {
        ClusterMoment moment =
                new ClusterMoment(TestData.sourceCluster("orders-prod", "available"), at, Optional.empty());
        return restore.with(restore.outputs().withSource(moment).withDataOf(Optional.of(TestData.NOW)));
    }

    @Test
    void a_failure_says_how_to_remove_what_is_left_in_the_order_in_which_it_goes() {
        Restore made = TestData.owning(
                restore, ResourceKind.INSTANCE, staging + "-1", TestData.HOME.instanceArn(staging + "-1"));

        assertThat(told(failed(made)).leftovers())
                .containsExactly(
                        "instance " + staging + "-1: aws rds delete-db-instance --db-instance-identifier " + staging
                                + "-1",
                        "cluster " + staging + ": aws rds delete-db-cluster --db-cluster-identifier " + staging
                                + " --skip-final-snapshot",
                        "the old cluster, if it is " + aside + ": aws rds modify-db-cluster --apply-immediately"
                                + " --db-cluster-identifier " + aside + " --new-db-cluster-identifier orders-drill");
    }

    @Test
    void what_could_not_be_undone_is_told_even_when_the_rest_was() {
        assertThat(told(ended(restore, Status.ROLLED_BACK)).leftovers())
                .singleElement()
                .asString()
                .startsWith("cluster " + staging);
    }

    @Test
    void a_target_that_could_not_be_brought_back_is_not_said_to_be_as_it_was() {
        Restore lost = restore.with(restore.outcome().lostAsAccepted());

        assertThat(told(ended(restore.with(OwnedResources.NONE), Status.ROLLED_BACK))
                        .text())
                .endsWith("All was undone: orders-drill is as it was.");
        assertThat(told(ended(restore, Status.ROLLED_BACK)).text())
                .endsWith("All but what is left over was undone: orders-drill is as it was.");
        assertThat(told(ended(lost, Status.CANCELLED)).text()).contains("There is no orders-drill any more");
    }

    @Test
    void a_restore_that_could_not_be_undone_says_why_it_was_and_how_far_that_went() {
        Failure cause = new Failure(FailureCode.VERIFICATION_FAILED, "This check does not hold: check 1");
        Restore undoing = restore.with(restore.outcome().because(cause))
                .with(restore.progress().turned(Status.ROLLING_BACK, StepName.RESTORE_CLUSTER, TestData.NOW));

        assertThat(told(failed(undoing)).text())
                .startsWith("Step RestoreCluster needs a person. NAME_TAKEN: Both are there. ")
                .contains("It was being undone because: VERIFICATION_FAILED: This check does not hold: check 1. Look")
                .contains("What the steps after RestoreCluster did is undone already.");
        assertThat(told(failed(restore)).text()).doesNotContain("undone");
    }

    @Test
    void our_copy_of_the_snapshot_is_named() {
        Restore copied =
                TestData.owning(TestData.restore(StepName.COPY_SNAPSHOT), ResourceKind.SNAPSHOT, "copy", "arn");

        assertThat(told(failed(copied)).leftovers())
                .containsExactly(
                        "snapshot copy: aws rds delete-db-cluster-snapshot" + " --db-cluster-snapshot-identifier copy");
    }

    @Test
    void a_retirement_that_failed_says_how_to_delete_the_old_cluster_and_never_renames_it_over_the_new_one() {
        List<String> left = told(failed(restore.retirement(TestData.NOW))).leftovers();

        assertThat(left)
                .containsExactly(
                        "instance two: aws rds delete-db-instance --db-instance-identifier two",
                        "instance one: aws rds delete-db-instance --db-instance-identifier one",
                        "cluster " + aside + ": aws rds delete-db-cluster --db-cluster-identifier " + aside
                                + " --skip-final-snapshot");
    }

    @Test
    void the_same_news_has_the_same_message_id_and_other_news_another() {
        Restore first = failed(restore).next(1);
        Restore resumedAndElsewhere = failed(first.announced()
                        .next(1)
                        .with(first.progress()
                                .retried(Status.ROLLING_BACK, TestData.NOW)
                                .enter(StepName.RESTORE_CLUSTER, TestData.NOW)))
                .next(1);
        Restore abandoned =
                resumedAndElsewhere.with(resumedAndElsewhere.outcome().givenUp());

        assertThat(told(first).messageId()).isEqualTo(told(first.next(0)).messageId());
        assertThat(List.of(
                        told(first).messageId(),
                        told(resumedAndElsewhere).messageId(),
                        told(abandoned).messageId()))
                .doesNotHaveDuplicates();
        assertThat(told(abandoned).text()).contains("given up");
    }

    private static Announcement told(Restore restore) {
        return Announcement.endOf(restore);
    }

    private static Restore failed(Restore restore) {
        return ended(restore.with(restore.outcome().stuck(TROUBLE, restore.status())), Status.FAILED);
    }

    private static Restore ended(Restore restore, Status status) {
        return restore.ended(status, TestData.NOW);
    }

    private static Restore replacing(Restore restore) {
        List<Instance> instances = List.of(
                TestData.instance("one", "available", Map.of()), TestData.instance("two", "available", Map.of()));
        Cluster old = TestData.cluster("orders-drill", ClusterSettings.NONE, instances);
        return restore.with(restore.outputs().withPredecessor(Predecessor.of(old, instances)));
    }
}
