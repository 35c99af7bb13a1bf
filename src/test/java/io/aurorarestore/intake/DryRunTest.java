package io.aurorarestore.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.local.rds.InstanceChanges;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.Names;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.aws.ClusterKey;
import io.aurorarestore.model.request.ClusterSelector;
import io.aurorarestore.model.request.ClusterSelector.CopyOnWrite;
import io.aurorarestore.model.request.ClusterSelector.PointInTime;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.DryRunReport;
import io.aurorarestore.model.restore.DryRunReport.Setting;
import io.aurorarestore.model.restore.DryRunReport.StepPlan;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Certificate;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every port that changes anything at AWS is one that refuses to be called. */
class DryRunTest {

    private static final Map<String, String> ALLOWED = Map.of(Ownership.ALLOWED_TAG, "true", "team", "orders");

    private static final ClusterKey ITSELF = ClusterKey.named("orders-drill");

    private final DryRunStage stage = new DryRunStage();

    @Test
    void a_restore_to_a_new_target_is_told_step_by_step() {
        DryRunReport report = stage.run(request(ReplaceMode.REFUSE, ClusterSettings.NONE));

        assertThat(report.problems()).isEmpty();
        assertThat(report.source().orElseThrow().arn()).isEqualTo(TestData.SOURCE_ARN);
        assertThat(report.steps())
                .hasSize(18)
                .contains(
                        new StepPlan("LocateSource", Optional.empty()),
                        new StepPlan("CopySnapshot", Optional.empty()),
                        new StepPlan("ClearTarget", Optional.of("nothing is deleted first")),
                        new StepPlan("PromoteNew", Optional.empty()),
                        new StepPlan(
                                "RenewCertificate",
                                Optional.of("the certificate is not to be renewed (setting certificate)")),
                        new StepPlan("ProtectTarget", Optional.of("no deletion protection is asked for")),
                        new StepPlan("KeepInstanceNames", Optional.of("the new instances have names of their own")),
                        new StepPlan("RetireOld", Optional.of("no cluster was set aside")));
        assertThat(report.description()).startsWith("Dry run of a restore of orders-drill: nothing is in the way.");
    }

    @Test
    void a_swap_is_told_with_the_step_that_sets_the_old_cluster_aside_and_its_protection() {
        stage.existing(ALLOWED, "db.r7g.xlarge", true);

        DryRunReport report = stage.run(request(ReplaceMode.SWAP, ClusterSettings.NONE));

        assertThat(report.problems()).isEmpty();
        assertThat(report.steps())
                .contains(
                        new StepPlan("SetAsideOld", Optional.empty()),
                        new StepPlan("ProtectTarget", Optional.empty()),
                        new StepPlan("RetireOld", Optional.empty()));
        assertThat(report.warnings()).anyMatch(warning -> warning.contains("alarms"));
    }

    @Test
    void a_point_in_time_is_told_with_the_time_and_what_is_left_out() {
        stage.existing(ALLOWED, "db.r7g.xlarge", false);

        DryRunReport report = stage.run(ofItself(new PointInTime(ITSELF, Optional.empty()), ReplaceMode.SWAP));

        assertThat(report.problems()).isEmpty();
        assertThat(report.source().orElseThrow().arn()).isEqualTo(TestData.HOME.clusterArn("orders-drill"));
        assertThat(report.source().orElseThrow().dataOf()).isPresent();
        assertThat(report.steps())
                .contains(
                        new StepPlan("CopySnapshot", Optional.of("the source is no snapshot")),
                        new StepPlan("ArchiveSnapshot", Optional.of("no copy was made")));
        assertThat(report.names()).doesNotContainKey("copy");
        assertThat(report.description())
                .contains("Cluster: " + TestData.HOME.clusterArn("orders-drill") + ", data of ");
    }

    @Test
    void a_clone_is_told_as_one_and_what_is_in_its_way() {
        stage.existing(ALLOWED, "db.r7g.xlarge", false);

        assertThat(stage.run(ofItself(new CopyOnWrite(ITSELF), ReplaceMode.SWAP))
                        .description())
                .contains("cloned as it is then");
        assertThat(stage.run(ofItself(new CopyOnWrite(ITSELF), ReplaceMode.DELETE_FIRST))
                        .problems())
                .extracting(Failure::code)
                .contains(FailureCode.SOURCE_IS_TARGET);
        assertThat(stage.run(ofItself(new CopyOnWrite(ClusterKey.named("orders-gone")), ReplaceMode.SWAP))
                        .problems())
                .extracting(Failure::code)
                .contains(FailureCode.SOURCE_NOT_FOUND);
    }

    private static RestoreRequest ofItself(ClusterSelector source, ReplaceMode replace) {
        return new RestoreRequest("orders-drill", source, "default", replace, true, ClusterSettings.NONE);
    }

    @Test
    void a_renewal_of_the_certificate_is_told_with_the_minutes_that_it_costs() {
        stage.existing(ALLOWED, "db.r7g.xlarge", true);

        DryRunReport report = stage.run(request(
                ReplaceMode.SWAP,
                ClusterSettings.builder()
                        .with(ClusterSetting.CERTIFICATE, Certificate.RENEW)
                        .build()));

        assertThat(report.problems()).isEmpty();
        assertThat(report.steps()).contains(new StepPlan("RenewCertificate", Optional.empty()));
        assertThat(report.settings()).containsEntry("certificate", new Setting("RENEW", "request", Optional.empty()));
        assertThat(report.warnings()).anyMatch(warning -> warning.contains("some 10 to 30 minutes"));
    }

    @Test
    void what_would_be_made_is_named() {
        stage.existing(ALLOWED, "db.r7g.xlarge", false);

        DryRunReport report = stage.run(request(ReplaceMode.SWAP, ClusterSettings.NONE));

        Names names = new Names(report.id(), "orders-drill");
        assertThat(report.names())
                .isEqualTo(Map.of(
                        "staging", names.staging(),
                        "copy", names.copy(),
                        "instance 1", names.instance(1),
                        "instance 2", names.instance(2),
                        "set aside", names.setAside()));
    }

    @Test
    void each_setting_is_told_with_where_it_comes_from_and_what_the_old_cluster_has() {
        stage.existing(ALLOWED, "db.r7g.xlarge", true);
        stage.target().instance("one", InstanceChanges.NONE, Map.of("of", "one"));
        ClusterSettings asked = ClusterSettings.builder()
                .with(ClusterSetting.BACKUP_RETENTION_DAYS, 3)
                .build();

        Map<String, Setting> settings =
                stage.run(request(ReplaceMode.SWAP, asked)).settings();

        assertThat(settings)
                .containsEntry("promotionTiers", new Setting("1", "the cluster that is replaced", Optional.of("1")))
                .containsEntry("instanceNames", new Setting("own", "built in", Optional.empty()))
                .containsEntry("backupRetentionDays", new Setting("3", "request", Optional.of("14")))
                .containsEntry("archive", new Setting("KEEP", "profile default", Optional.empty()))
                .containsEntry(
                        "deletionProtection", new Setting("true", "the cluster that is replaced", Optional.of("true")))
                .containsEntry(
                        "instanceTags",
                        new Setting(
                                "[{aurora-restore:allowed=true, of=one, team=orders}, {aurora-restore:allowed=true, team=orders}]",
                                "the cluster that is replaced",
                                Optional.of(
                                        "[{aurora-restore:allowed=true, of=one, team=orders}, {aurora-restore:allowed=true, team=orders}]")))
                .containsEntry("retirement", new Setting("keep", "built in", Optional.empty()))
                .containsEntry("certificate", new Setting("LEAVE", "built in", Optional.empty()));
    }

    @Test
    void the_classes_told_are_those_that_the_instances_would_have() {
        assertThat(classes(ReplaceMode.REFUSE, ClusterSettings.NONE))
                .isEqualTo(new Setting("[db.r6g.large]", "built in", Optional.empty()));

        stage.existing(ALLOWED, "db.r7g.xlarge", false);
        Optional<String> olds = Optional.of("[db.r7g.xlarge, db.r7g.xlarge]");

        assertThat(classes(ReplaceMode.SWAP, ClusterSettings.NONE))
                .isEqualTo(new Setting(olds.orElseThrow(), "the cluster that is replaced", olds));
        assertThat(classes(
                        ReplaceMode.SWAP,
                        ClusterSettings.builder()
                                .with(ClusterSetting.INSTANCE_CLASS, "db.serverless")
                                .with(ClusterSetting.READERS, 0)
                                .build()))
                .isEqualTo(new Setting("[db.serverless]", "request", olds));
    }

    @Test
    void all_that_is_in_the_way_is_told_at_once() {
        stage.existing(Map.of(), "db.r7g.xlarge", false);
        ClusterSettings asked = ClusterSettings.builder()
                .with(ClusterSetting.CLUSTER_PARAMETER_GROUP, "nowhere")
                .with(ClusterSetting.INSTANCE_PARAMETER_GROUP, "nothing")
                .build();

        DryRunReport report = stage.run(request(ReplaceMode.SWAP, asked));

        assertThat(report.problems())
                .extracting(Failure::code)
                .containsExactly(
                        FailureCode.TARGET_PROTECTED, FailureCode.SETTINGS_UNSUITABLE, FailureCode.SETTINGS_UNSUITABLE);
        assertThat(report.description()).contains("3 problem(s)", "nowhere", "nothing");
    }

    @Test
    void what_a_restore_would_wait_for_is_a_warning() {
        stage.existing(ALLOWED, "db.r7g.xlarge", false);
        stage.target().status("backing-up");

        DryRunReport report = stage.run(request(ReplaceMode.SWAP, ClusterSettings.NONE));

        assertThat(report.problems()).isEmpty();
        assertThat(report.warnings())
                .anyMatch(warning -> warning.contains("would wait") && warning.contains("backing-up"));
    }

    @Test
    void a_snapshot_that_would_go_with_the_target_is_said_to_be_copied_first() {
        stage.existing(ALLOWED, "db.r7g.xlarge", false);
        stage.automated("rds:orders-drill-2026-11-20");

        DryRunReport report = stage.run(new RestoreRequest(
                "orders-drill",
                new SnapshotSelector.Latest("orders-drill", "us-east-1"),
                "default",
                ReplaceMode.DELETE_FIRST,
                true,
                ClusterSettings.NONE));

        assertThat(report.steps()).contains(new StepPlan("CopySnapshot", Optional.empty()));
        assertThat(report.warnings()).anyMatch(warning -> warning.contains("it is copied first"));
    }

    @Test
    void a_snapshot_that_there_is_not_is_a_problem() {
        DryRunReport report = stage.run(new RestoreRequest(
                "orders-drill", new SnapshotSelector.Latest("orders-archive", "us-west-2"), "default"));

        assertThat(report.problems()).extracting(Failure::code).containsExactly(FailureCode.SNAPSHOT_NOT_FOUND);
        assertThat(report.source()).isEmpty();
        assertThat(report.steps()).isEmpty();
    }

    @Test
    void a_call_that_is_refused_is_a_problem() {
        stage.refusing("DescribeDBClusters");

        assertThat(stage.run(request(ReplaceMode.REFUSE, ClusterSettings.NONE)).problems())
                .extracting(Failure::code)
                .containsExactly(FailureCode.AWS_REFUSED);
    }

    @Test
    void a_request_that_is_not_accepted_is_refused_as_ever() {
        assertThatThrownBy(() -> stage.run(
                        new RestoreRequest("billing", new SnapshotSelector.ById(TestData.SOURCE_ARN), "default")))
                .isInstanceOf(RequestRejectedException.class);
    }

    @Test
    void nothing_is_left_but_one_audit_entry_even_if_the_plan_is_asked_for_twice() {
        Restore begun = stage.begin(request(ReplaceMode.REFUSE, ClusterSettings.NONE));
        stage.answer(job -> JobReport.done(job, "0 secret(s) can be read"));
        stage.plan(begun);
        DryRunReport report = stage.plan(begun).orElseThrow();

        assertThat(stage.restores.audit(report.id())).singleElement().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("dry run");
            assertThat(entry.why()).isEqualTo("nothing is in the way");
            assertThat(entry.by()).isEqualTo("ops");
        });
        assertThat(stage.restores.load(report.id()).await().indefinitely()).isEmpty();
        assertThat(stage.restores.holder("orders-drill").await().indefinitely()).isEmpty();
    }

    private Setting classes(ReplaceMode how, ClusterSettings asked) {
        return stage.run(request(how, asked)).settings().get("instanceClass");
    }

    private static RestoreRequest request(ReplaceMode how, ClusterSettings asked) {
        return new RestoreRequest(
                "orders-drill", new SnapshotSelector.ById(TestData.SOURCE_ARN), "default", how, false, asked);
    }
}
