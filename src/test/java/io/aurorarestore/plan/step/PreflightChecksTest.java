package io.aurorarestore.plan.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.Ownership;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.ClusterFeature;
import io.aurorarestore.model.aws.CustomEndpoint;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.ReplicaScaling;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreflightChecksTest {

    private static final Map<String, String> ALLOWED = Map.of(Ownership.ALLOWED_TAG, "true");
    private static final TargetDependencies CLEAR = TargetDependencies.NOTHING;

    @Test
    void an_allowed_cluster_with_nothing_around_may_be_replaced() {
        assertThat(problems(ClusterSettings.NONE, CLEAR, target("available", ALLOWED)))
                .isEmpty();
    }

    @Test
    void each_instance_of_the_target_has_to_be_allowed_or_made_by_a_restore() {
        Map<String, String> made = Map.of(Ownership.RESTORE_TAG, "an earlier one");
        List<Instance> instances = List.of(
                TestData.instance("one", "available", ALLOWED),
                TestData.instance("two", "available", made),
                TestData.instance("three", "available", Map.of()));
        Observed seen = seen(CLEAR, Optional.empty(), instances, target("available", ALLOWED));

        assertThat(new PreflightChecks(TestData.HOME, swapping(ClusterSettings.NONE), seen).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(FailureCode.TARGET_PROTECTED))
                .satisfies(problem -> assertThat(problem.message()).contains("three", Ownership.ALLOWED_TAG));
    }

    @Test
    void everything_in_the_way_is_told_at_once() {
        TargetDependencies around = new TargetDependencies(
                Optional.of("world"),
                List.of("pool"),
                List.of("upgrade"),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of("DBClusters", 0L, "DBInstances", 5L, "ManualClusterSnapshots", 0L),
                Map.of(),
                List.of(),
                false,
                ReplicaScaling.NONE);
        ClusterSettings wanted = ClusterSettings.builder()
                .with(ClusterSetting.SUBNET_GROUP, "nowhere")
                .with(ClusterSetting.CLUSTER_PARAMETER_GROUP, "nothing")
                .build();

        List<Failure> problems = problems(wanted, around, target("stopped", Map.of()));

        assertThat(problems)
                .extracting(Failure::code)
                .containsExactlyInAnyOrder(
                        FailureCode.TARGET_PROTECTED,
                        FailureCode.TARGET_UNSUITABLE,
                        FailureCode.TARGET_UNSUITABLE,
                        FailureCode.TARGET_UNSUITABLE,
                        FailureCode.TARGET_UNSUITABLE,
                        FailureCode.SETTINGS_UNSUITABLE,
                        FailureCode.SETTINGS_UNSUITABLE,
                        FailureCode.QUOTA_EXCEEDED);
        assertThat(problems.toString()).contains("world", "pool", "upgrade", "stopped", "nowhere", "nothing");
    }

    @Test
    void a_name_of_ours_is_nobodys_target() {
        RestoreRequest request =
                new RestoreRequest("ar-orders", new SnapshotSelector.ById(TestData.LOCAL_ARN), "default");
        Restore restore = TestData.restore(StepName.PREFLIGHT, TestData.settings(ClusterSettings.NONE), request);
        Restore located =
                restore.with(restore.outputs().withSource(TestData.snapshot(TestData.LOCAL_ARN, "available")));

        assertThat(new PreflightChecks(TestData.HOME, located, seen(CLEAR, Optional.empty())).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(FailureCode.TARGET_UNSUITABLE));
    }

    @Test
    void what_a_restore_promoted_may_be_replaced_but_not_what_one_is_making_or_has_set_aside() {
        Map<String, String> promoted = Map.of(
                Ownership.ALLOWED_TAG, "true", Ownership.RESTORE_TAG, "earlier", Ownership.STATE_TAG, Ownership.LIVE);
        Map<String, String> inTheMaking =
                Map.of(Ownership.ALLOWED_TAG, "true", Ownership.RESTORE_TAG, "another", Ownership.STATE_TAG, "staging");
        Map<String, String> setAside = Map.of(Ownership.ALLOWED_TAG, "true", Ownership.SET_ASIDE_TAG, "another");

        assertThat(problems(ClusterSettings.NONE, CLEAR, target("available", promoted)))
                .isEmpty();
        for (Map<String, String> tags : List.of(inTheMaking, setAside)) {
            assertThat(problems(ClusterSettings.NONE, CLEAR, target("available", tags)))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message()).contains("another"))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo(FailureCode.TARGET_UNSUITABLE));
        }
    }

    @Test
    void what_passes_by_itself_is_no_problem() {
        List<Instance> instances = List.of(TestData.instance("one", "rebooting", ALLOWED));
        Observed seen = seen(CLEAR, Optional.empty(), instances, target("backing-up", ALLOWED));
        PreflightChecks guards = new PreflightChecks(TestData.HOME, swapping(ClusterSettings.NONE), seen);

        assertThat(guards.problems()).isEmpty();
        assertThat(guards.passing()).containsExactly("cluster orders-drill is backing-up", "instance one is rebooting");
    }

    @Test
    void too_little_room_is_a_problem_unless_other_restores_may_make_some() {
        TargetDependencies full = new TargetDependencies(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of("DBClusters", 0L),
                Map.of(),
                List.of(),
                false,
                ReplicaScaling.NONE);
        PreflightChecks alone =
                new PreflightChecks(TestData.HOME, swapping(ClusterSettings.NONE), seen(full, Optional.empty()));
        PreflightChecks oneOfMany = new PreflightChecks(
                TestData.HOME, swapping(ClusterSettings.NONE), seen(full.with(true), Optional.empty()));

        assertThat(alone.problems()).extracting(Failure::code).containsExactly(FailureCode.QUOTA_EXCEEDED);
        assertThat(alone.passing()).isEmpty();
        assertThat(oneOfMany.problems()).isEmpty();
        assertThat(oneOfMany.passing()).singleElement().asString().contains("DBClusters");
    }

    @Test
    void a_parameter_group_has_to_fit_the_engine() {
        ClusterSettings wanted = ClusterSettings.builder()
                .with(ClusterSetting.CLUSTER_PARAMETER_GROUP, "c")
                .with(ClusterSetting.INSTANCE_PARAMETER_GROUP, "i")
                .build();

        assertThat(problems(wanted, families("aurora-postgresql17", "aurora-postgresql16")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("instance parameter group i"));
    }

    @Test
    void the_subnet_group_has_to_be_where_the_database_function_is() {
        ClusterSettings wanted =
                ClusterSettings.builder().with(ClusterSetting.SUBNET_GROUP, "s").build();
        TargetDependencies around = new TargetDependencies(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Map.of("s", "vpc-b"),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                false,
                ReplicaScaling.NONE);
        Home home = new Home("us-east-1", "123456789012", Optional.of("vpc-a"), Optional.empty());
        Restore restore = swapping(wanted);

        assertThat(new PreflightChecks(home, restore, seen(around, Optional.empty())).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("vpc-a", "vpc-b"));
    }

    @Test
    void a_password_that_somebody_else_staged_is_not_lost() {
        Restore restore = swapping(ClusterSettings.NONE);

        assertThat(new PreflightChecks(TestData.HOME, restore, seen(CLEAR, Optional.of("another"))).problems())
                .extracting(Failure::code)
                .containsExactly(FailureCode.SECRET_IN_USE);
        assertThat(new PreflightChecks(TestData.HOME, restore, seen(CLEAR, Optional.of(restore.masterVersion())))
                        .problems())
                .isEmpty();
    }

    @Test
    void what_a_rename_cannot_keep_is_said() {
        TargetDependencies around = new TargetDependencies(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new CustomEndpoint("reports", "READER", List.of("r1"), List.of())),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                false,
                ReplicaScaling.NONE);

        assertThat(RenameWarnings.of(
                        swapping(ClusterSettings.NONE), seen(around, Optional.empty(), target("available", ALLOWED))))
                .anyMatch(warning -> warning.contains("reports"))
                .anyMatch(warning -> warning.contains("alarms"));
    }

    @Test
    void a_limitless_database_is_not_replaced_nor_a_cluster_that_is_no_aurora() {
        assertThat(problems(ClusterSettings.NONE, TargetDependencies.NOTHING, having(ClusterFeature.LIMITLESS)))
                .anyMatch(problem -> problem.message().contains("Limitless"));
        assertThat(problems(ClusterSettings.NONE, TargetDependencies.NOTHING, having(ClusterFeature.NOT_AURORA)))
                .anyMatch(problem -> problem.message().contains("no Aurora cluster"));
        assertThat(problems(ClusterSettings.NONE, TargetDependencies.NOTHING, target("available", ALLOWED)))
                .noneMatch(problem -> problem.message().contains("Limitless")
                        || problem.message().contains("no Aurora cluster"));
    }

    @Test
    void a_role_that_the_service_may_not_give_is_told() {
        ClusterSettings asked = ClusterSettings.builder()
                .with(ClusterSetting.ROLES, Map.of("s3Import", "arn:aws:iam::123456789012:role/orders-import"))
                .attribute(Attribute.MONITORING_INTERVAL, 60)
                .attribute(Attribute.MONITORING_ROLE, "arn:aws:iam::123456789012:role/monitoring")
                .build();
        Home home = new Home("us-east-1", "123456789012", Optional.empty(), Optional.of("orders-*"));
        Observed seen = seen(TargetDependencies.NOTHING, Optional.empty(), target("available", ALLOWED));

        assertThat(new PreflightChecks(home, swapping(asked), seen).problems())
                .extracting(Failure::message)
                .anyMatch(message -> message.contains("role/monitoring to a cluster for Enhanced Monitoring")
                        && message.contains("ClusterRolePattern")
                        && message.endsWith("or set monitoringInterval to 0 in the profile to go without."))
                .noneMatch(message -> message.contains("role/orders-import"));
    }

    @Test
    void a_role_that_an_old_cluster_would_not_get_back_is_told_before_it_is_deleted() {
        Home home = new Home("us-east-1", "123456789012", Optional.empty(), Optional.of("orders-*"));
        Observed seen = seen(TargetDependencies.NOTHING, Optional.empty(), target("available", ALLOWED));
        ClusterSettings without =
                ClusterSettings.builder().with(ClusterSetting.ROLES, Map.of()).build();

        assertThat(new PreflightChecks(home, replacingOneWithARole(ReplaceMode.DELETE_FIRST, without), seen).problems())
                .extracting(Failure::message)
                .anyMatch(message -> message.contains("role/reports to a cluster that it would have to bring back")
                        && message.endsWith("or swap instead of deleting first."));
        assertThat(new PreflightChecks(home, replacingOneWithARole(ReplaceMode.SWAP, without), seen).problems())
                .extracting(Failure::message)
                .noneMatch(message -> message.contains("role/reports"));
    }

    private static Cluster having(ClusterFeature feature) {
        Cluster plain = target("available", ALLOWED);
        return new Cluster(
                plain.name(),
                plain.arn(),
                plain.resourceId(),
                plain.status(),
                plain.masterUser(),
                plain.endpoint(),
                plain.members(),
                plain.settings(),
                plain.kmsKeyId(),
                plain.managedSecret(),
                plain.tags(),
                Set.of(feature),
                plain.managedSecretKey(),
                plain.created(),
                Optional.empty());
    }

    private static TargetDependencies families(String cluster, String instance) {
        return new TargetDependencies(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of("cluster/c", cluster, "instance/i", instance),
                Map.of(),
                Map.of(),
                List.of(),
                false,
                ReplicaScaling.NONE);
    }

    private static List<Failure> problems(ClusterSettings asked, TargetDependencies around, Cluster... clusters) {
        return new PreflightChecks(TestData.HOME, swapping(asked), seen(around, Optional.empty(), clusters)).problems();
    }

    private static Observed seen(TargetDependencies around, Optional<String> staged, Cluster... clusters) {
        return seen(around, staged, List.of(), clusters);
    }

    private static Observed seen(
            TargetDependencies around, Optional<String> staged, List<Instance> instances, Cluster... clusters) {
        return new Observed(
                TestData.NOW,
                List.of(),
                List.of(),
                List.of(clusters),
                instances,
                around,
                staged,
                Optional.empty(),
                Optional.empty());
    }

    private static Restore swapping(ClusterSettings asked) {
        return replacing(ReplaceMode.SWAP, asked);
    }

    private static Restore replacingOneWithARole(ReplaceMode mode, ClusterSettings asked) {
        ClusterSettings had = ClusterSettings.builder()
                .with(ClusterSetting.ROLES, Map.of("s3Import", "arn:aws:iam::123456789012:role/reports"))
                .build();
        Predecessor old = new Predecessor(
                TestData.HOME.clusterArn("orders-drill"),
                "cluster-OLD",
                had,
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        Restore restore = replacing(mode, asked);
        return restore.with(restore.outputs().withPredecessor(old));
    }

    private static Restore replacing(ReplaceMode mode, ClusterSettings asked) {
        RestoreRequest request = new RestoreRequest(
                "orders-drill",
                new SnapshotSelector.ById(TestData.LOCAL_ARN),
                "default",
                mode,
                false,
                ClusterSettings.NONE);
        Restore restore = TestData.restore(StepName.PREFLIGHT, TestData.settings(asked), request);
        return restore.with(restore.outputs().withSource(TestData.snapshot(TestData.LOCAL_ARN, "available")));
    }

    private static Cluster target(String status, Map<String, String> tags) {
        return TestData.cluster("orders-drill", status, tags);
    }
}
