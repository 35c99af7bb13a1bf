package io.aurorarestore.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.history.Expected;
import io.aurorarestore.model.request.ClusterSelector.CopyOnWrite;
import io.aurorarestore.model.request.ClusterSelector.PointInTime;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.request.SourceSelector;
import io.aurorarestore.model.restore.BilledItem;
import io.aurorarestore.model.restore.DryRunReport;
import io.aurorarestore.model.restore.DryRunReport.StepPlan;
import io.aurorarestore.model.settings.ArchiveMode;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Retirement;
import io.aurorarestore.model.settings.Scaling;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a plan says that AWS would bill, reckoned by hand. Every source has 200 GiB; the old cluster two instances. */
class PlanEstimateTest {

    private static final Map<String, String> ALLOWED = Map.of(Ownership.ALLOWED_TAG, "true");
    private static final ClusterKey ITSELF = ClusterKey.named("orders-drill");
    private static final SourceSelector FROM_WEST = new SnapshotSelector.ById(TestData.SOURCE_ARN);
    private static final SourceSelector FROM_HERE = new SnapshotSelector.ById("orders-drill-manual");
    private static final String UNKNOWN = "RDS does not say how much that is: VolumeBytesUsed in CloudWatch does";

    private static final Duration WHOLE = Duration.ofMinutes(135);

    /** From the restore on 135 - 60 = 75 minutes, from the instances on 135 - 60 - 45 = 30. */
    private static final Map<StepName, Duration> TOOK = Map.of(
            StepName.COPY_SNAPSHOT, Duration.ofMinutes(60),
            StepName.RESTORE_CLUSTER, Duration.ofMinutes(45),
            StepName.CREATE_INSTANCES, Duration.ofMinutes(20),
            StepName.CONFIGURE_DATABASE, Duration.ofMinutes(8),
            StepName.PROMOTE_NEW, Duration.ofMinutes(2));

    private final DryRunStage stage = new DryRunStage();

    @Test
    void a_fresh_cluster_from_another_region_is_transferred_once_and_stored_twice() {
        assertThat(billed(FROM_WEST, ReplaceMode.REFUSE))
                .containsExactly(
                        "200 GiB once: transfer of our copy, from us-west-2 to us-east-1",
                        "200 GiB-months each month: storage of our copy, until somebody deletes it",
                        "1 instance-hour each hour: the new cluster's instances (db.r6g.large), as long as there is the"
                                + " cluster",
                        "200 GiB-months each month: the new cluster's storage, at first as much as the snapshot has");
    }

    /** 75 minutes are 1.25 of a month's 730 hours: 200 × 1.25 ÷ 730 = 0.342. */
    @Test
    void a_copy_that_the_restore_deletes_is_stored_as_long_as_earlier_ones_were() {
        stage.profile(ClusterSettings.builder()
                .with(ClusterSetting.ARCHIVE, ArchiveMode.DELETE)
                .build());
        assertThat(billed(FROM_WEST, ReplaceMode.REFUSE))
                .contains("200 GiB-months each month: storage of our copy, until the restore deletes it");

        stage.took(TOOK, WHOLE, 3);

        assertThat(billed(FROM_WEST, ReplaceMode.REFUSE))
                .contains("0.34 GiB-months once: storage of our copy, until the restore deletes it");
    }

    @Test
    void where_only_some_earlier_restores_copied_no_time_is_guessed() {
        stage.profile(ClusterSettings.builder()
                .with(ClusterSetting.ARCHIVE, ArchiveMode.DELETE)
                .build());
        Map<StepName, Duration> withoutCopy = new EnumMap<>(TOOK);
        withoutCopy.remove(StepName.COPY_SNAPSHOT);
        stage.took(withoutCopy, WHOLE.minusHours(1), 5);
        stage.took(TOOK, WHOLE, 3);

        assertThat(billed(FROM_WEST, ReplaceMode.REFUSE))
                .contains("200 GiB-months each month: storage of our copy, until the restore deletes it");
    }

    /** 20 minutes of a copy of 10 GiB: 10 × 0.333 ÷ 730 = 0.00457. */
    @Test
    void what_is_little_is_not_said_to_be_nothing() {
        assertThat(new BilledItem(
                                BilledItem.What.COPY_STORAGE,
                                Optional.empty(),
                                Optional.of(new BigDecimal("0.00457")),
                                BilledItem.Unit.GIB_MONTH,
                                BilledItem.Per.RESTORE,
                                "until the restore deletes it")
                        .inWords())
                .startsWith("0.0046 GiB-months once");
    }

    /** Two instances for 48 hours are 96 instance-hours. */
    @Test
    void a_swap_in_the_region_has_both_clusters_and_then_the_old_one_until_its_day() {
        swapped("delete-after: P2D");

        assertThat(billed(FROM_HERE, ReplaceMode.SWAP))
                .containsExactly(
                        "2 instance-hours each hour: the new cluster's instances (db.r7g.xlarge), beside the old cluster's,"
                                + " until the restore is done",
                        "200 GiB-months each month: the new cluster's storage, at first as much as the snapshot"
                                + " has",
                        "96 instance-hours once: the old cluster's instances (db.r7g.xlarge), kept for PT48H",
                        "? GiB-months each month: the old cluster's storage, kept for PT48H; " + UNKNOWN);
    }

    /** Two instances for 30 minutes are one instance-hour. */
    @Test
    void how_long_both_run_is_known_from_three_earlier_restores_on() {
        swapped("delete");
        stage.took(TOOK, WHOLE, 2);
        assertThat(billed(FROM_HERE, ReplaceMode.SWAP)).anyMatch(one -> one.startsWith("2 instance-hours each hour"));

        stage.took(TOOK, WHOLE, 1);

        assertThat(billed(FROM_HERE, ReplaceMode.SWAP))
                .containsExactly(
                        "1 instance-hour once: the new cluster's instances (db.r7g.xlarge), beside the old cluster's,"
                                + " until the restore is done",
                        "200 GiB-months each month: the new cluster's storage, at first as much as the snapshot"
                                + " has");
    }

    /** A program of somebody else's works for an hour more: two instances for 90 minutes. */
    @Test
    void the_time_of_hooks_counts() {
        swapped("delete");
        stage.took(TOOK, WHOLE.plusHours(1), 3);

        assertThat(billed(FROM_HERE, ReplaceMode.SWAP)).anyMatch(one -> one.startsWith("3 instance-hours once"));
    }

    @Test
    void an_old_cluster_that_is_kept_is_told_by_the_hour() {
        swapped("keep");

        assertThat(billed(FROM_HERE, ReplaceMode.SWAP))
                .contains(
                        "2 instance-hours each hour: the old cluster's instances (db.r7g.xlarge), until somebody deletes it",
                        "? GiB-months each month: the old cluster's storage, until somebody deletes it; " + UNKNOWN);
    }

    @Test
    void a_clone_has_at_first_no_storage_of_its_own_and_a_time_has_all() {
        swapped("delete");

        assertThat(billed(new CopyOnWrite(ITSELF), ReplaceMode.SWAP))
                .hasSize(2)
                .contains("? GiB-months each month: the new cluster's storage, only what differs from orders-drill,"
                        + " so nothing at first");
        assertThat(billed(new PointInTime(ITSELF, Optional.empty()), ReplaceMode.SWAP))
                .hasSize(2)
                .contains("? GiB-months each month: the new cluster's storage, " + UNKNOWN);
    }

    @Test
    void deleting_first_leaves_backups_and_a_final_snapshot_and_nothing_runs_beside() {
        stage.existing(ALLOWED, "db.r7g.xlarge", false);
        stage.profile(ClusterSettings.builder()
                .with(ClusterSetting.FINAL_SNAPSHOT, true)
                .build());

        assertThat(billed(FROM_WEST, ReplaceMode.DELETE_FIRST))
                .containsExactly(
                        "200 GiB once: transfer of our copy, from us-west-2 to us-east-1",
                        "200 GiB-months each month: storage of our copy, until somebody deletes it",
                        "2 instance-hours each hour: the new cluster's instances (db.r7g.xlarge), in the place of the old"
                                + " cluster's",
                        "200 GiB-months each month: the new cluster's storage, at first as much as the snapshot"
                                + " has",
                        "? GiB-months each month: the old cluster's final snapshot, until somebody deletes it; RDS does not"
                                + " say before how much that is",
                        "? GiB-months each month: the old cluster's automated backups, retained for 14 day(s); RDS does not"
                                + " say before how much that is");
    }

    /** Two readers and a writer with at least half a unit each. */
    @Test
    void serverless_instances_are_billed_by_their_capacity() {
        stage.profile(ClusterSettings.builder()
                .with(ClusterSetting.INSTANCE_CLASS, "db.serverless")
                .with(ClusterSetting.READERS, 2)
                .with(ClusterSetting.SERVERLESS_V2, new Scaling(0.5, 8, Optional.empty()))
                .build());

        assertThat(billed(FROM_WEST, ReplaceMode.REFUSE))
                .contains(
                        "1.5 ACU-hours each hour: the new cluster's instances (db.serverless), as long as there is the"
                                + " cluster; at least, and at most 8 ACU each");
    }

    @Test
    void the_type_of_a_storage_is_told_for_it_has_a_price_of_its_own() {
        stage.profile(ClusterSettings.builder()
                .attribute(Attribute.STORAGE_TYPE, "aurora-iopt1")
                .build());

        assertThat(billed(FROM_WEST, ReplaceMode.REFUSE))
                .contains("200 GiB-months each month: the new cluster's storage (aurora-iopt1), at first as much as the"
                        + " snapshot has");
    }

    @Test
    void a_step_says_what_it_usually_takes() {
        stage.took(TOOK, WHOLE, 3);
        Duration copy = Duration.ofMinutes(60);

        DryRunReport report = report(FROM_WEST, ReplaceMode.REFUSE);

        assertThat(report.steps())
                .contains(new StepPlan("CopySnapshot", Optional.empty(), Optional.of(new Expected(copy, copy, copy))));
        assertThat(report.description())
                .contains("It usually takes PT2H15M", "CopySnapshot: usually PT1H")
                .contains("AWS bills, at https://aws.amazon.com/rds/aurora/pricing/\n- 200 GiB once");
    }

    @Test
    void of_a_source_that_is_not_there_nothing_is_said() {
        assertThat(report(new SnapshotSelector.Latest("orders-archive", "us-west-2"), ReplaceMode.REFUSE)
                        .billed())
                .isEmpty();
    }

    /** What the page shows is what a dry run tells of such a plan. */
    @Test
    void the_documentation_shows_an_estimate_as_it_is() throws IOException {
        stage.existing(ALLOWED, "db.r6g.large", false);
        stage.profile(ClusterSettings.builder()
                .with(ClusterSetting.RETIREMENT, Retirement.parse("delete-after: P2D"))
                .build());
        String told = report(FROM_WEST, ReplaceMode.SWAP).description();

        assertThat(Files.readString(Path.of("docs/questions.md")))
                .contains("```text\n" + told.substring(told.indexOf("AWS bills, at ")) + "\n```");
    }

    private void swapped(String retirement) {
        stage.existing(ALLOWED, "db.r7g.xlarge", false);
        stage.manual("orders-drill-manual");
        stage.profile(ClusterSettings.builder()
                .with(ClusterSetting.RETIREMENT, Retirement.parse(retirement))
                .build());
    }

    private List<String> billed(SourceSelector source, ReplaceMode how) {
        DryRunReport report = report(source, how);
        assertThat(report.problems()).isEmpty();
        return report.billed().stream().map(one -> one.inWords()).toList();
    }

    private DryRunReport report(SourceSelector source, ReplaceMode how) {
        return stage.run(new RestoreRequest("orders-drill", source, "default", how, true, ClusterSettings.NONE));
    }
}
