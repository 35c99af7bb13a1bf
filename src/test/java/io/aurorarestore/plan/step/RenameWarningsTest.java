package io.aurorarestore.plan.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.ClusterFeature;
import io.aurorarestore.model.aws.CustomEndpoint;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.ReplicaScaling;
import io.aurorarestore.model.aws.ScalingPolicy;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.aws.ZeroEtlIntegration;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenameWarningsTest {

    private static final String TARGET = "orders-staging";

    @Test
    void a_cluster_outside_of_any_vpc_is_told() {
        assertThat(warnings(Set.of(ClusterFeature.EXPRESS)))
                .anyMatch(warning -> warning.contains("express configuration"));
        assertThat(warnings(Set.of())).noneMatch(warning -> warning.contains("express configuration"));
    }

    @Test
    void an_activity_stream_and_an_integration_that_stay_behind_are_told() {
        assertThat(warnings(Set.of(ClusterFeature.ACTIVITY_STREAM)))
                .anyMatch(warning -> warning.contains("activity stream of " + TARGET)
                        && warning.contains("aws rds start-activity-stream"));
        assertThat(warnings(Set.of(), ClusterSettings.NONE, around("to-redshift")))
                .anyMatch(warning -> warning.contains("Zero-ETL integration to-redshift")
                        && warning.contains("aws rds create-integration")
                        && warning.contains("--target-arn arn:aws:redshift:us-east-1:123456789012:namespace:n")
                        && warning.contains("--data-filter 'include: orders.public.*'"));
        assertThat(warnings(Set.of()))
                .noneMatch(warning -> warning.contains("activity stream") || warning.contains("Zero-ETL"));
    }

    @Test
    void what_names_ids_or_instances_elsewhere_is_told_with_the_command_that_makes_it_anew() {
        ClusterSettings byIam = ClusterSettings.builder()
                .with(ClusterSetting.IAM_AUTHENTICATION, true)
                .build();

        assertThat(warnings(Set.of(), byIam, TargetDependencies.NOTHING))
                .anyMatch(
                        warning -> warning.contains("cluster-OLD") && warning.contains("aws iam create-policy-version"))
                .anyMatch(warning -> warning.contains("aws cloudwatch describe-alarms")
                        && warning.contains("aws cloudwatch put-metric-alarm"))
                .anyMatch(warning -> warning.contains("terraform import"));
        assertThat(warnings(Set.of())).noneMatch(warning -> warning.contains("aws iam"));
    }

    @Test
    void a_target_of_application_auto_scaling_is_told_with_the_command_that_makes_it_anew() {
        assertThat(warnings(Set.of(), ClusterSettings.NONE, scaled(ReplicaScaling.between(1, 4))))
                .anyMatch(warning -> warning.contains("the target cluster:" + TARGET)
                        && warning.contains("1 to 4 readers")
                        && warning.contains("describe-scalable-targets --service-namespace rds")
                        && warning.contains("aws application-autoscaling register-scalable-target")
                        && warning.contains("--min-capacity 1 --max-capacity 4"));
        assertThat(warnings(Set.of())).noneMatch(warning -> warning.contains("application-autoscaling"));
    }

    @Test
    void a_policy_of_a_scaling_target_is_told_with_the_command_that_makes_it_anew() {
        ReplicaScaling scaling = ReplicaScaling.between(1, 4)
                .suspending(List.of("DynamicScalingInSuspended"))
                .by(List.of(
                        new ScalingPolicy("it's cpu", "TargetTrackingScaling", "{\"TargetValue\":60.0}"),
                        new ScalingPolicy("steps", "StepScaling", "{\"Cooldown\":60}"),
                        new ScalingPolicy("long", "PredictiveScaling", "x".repeat(1000))));

        List<String> told = warnings(Set.of(), ClusterSettings.NONE, scaled(scaling));

        assertThat(told)
                .anyMatch(warning -> warning.endsWith(
                        "--min-capacity 1 --max-capacity 4 --suspended-state DynamicScalingInSuspended=true"))
                .anyMatch(warning -> warning.endsWith("aws application-autoscaling put-scaling-policy"
                        + " --service-namespace rds --resource-id cluster:" + TARGET
                        + " --scalable-dimension rds:cluster:ReadReplicaCount --policy-name 'it'\\''s cpu' --policy-type"
                        + " TargetTrackingScaling --target-tracking-scaling-policy-configuration"
                        + " '{\"TargetValue\":60.0}'"))
                .anyMatch(warning -> warning.contains("its alarms are given its new ARN")
                        && warning.contains("--step-scaling-policy-configuration '{\"Cooldown\":60}'"))
                .anyMatch(warning -> warning.contains("the scaling policy long")
                        && warning.contains("--policy-type PredictiveScaling"
                                + " --predictive-scaling-policy-configuration file://FILE")
                        && warning.contains("describe-scaling-policies --service-namespace rds"))
                .allMatch(warning -> warning.length() <= 1000);
    }

    @Test
    void of_many_policies_it_is_told_where_the_rest_is_to_be_seen() {
        List<ScalingPolicy> many = IntStream.range(0, 12)
                .mapToObj(number -> new ScalingPolicy("p" + number, "StepScaling", "{}"))
                .toList();

        assertThat(warnings(
                        Set.of(),
                        ClusterSettings.NONE,
                        scaled(ReplicaScaling.between(1, 4).by(many))))
                .anyMatch(warning -> warning.contains("2 more scaling policies"))
                .noneMatch(warning -> warning.contains("scaling policy p10"));
    }

    @Test
    void policies_that_could_not_be_listed_are_told_as_such() {
        assertThat(warnings(Set.of(), ClusterSettings.NONE, scaled(ReplicaScaling.between(1, 4))))
                .anyMatch(warning -> warning.contains("application-autoscaling:DescribeScalingPolicies")
                        && warning.contains("describe-scaling-policies")
                        && warning.contains("put-scaling-policy"));
    }

    @Test
    void a_target_that_could_not_be_looked_up_is_told_as_such() {
        assertThat(warnings(Set.of(), ClusterSettings.NONE, scaled(ReplicaScaling.UNKNOWN)))
                .anyMatch(warning -> warning.contains("could not be looked up")
                        && warning.contains("application-autoscaling:DescribeScalableTargets")
                        && warning.contains("--resource-ids cluster:" + TARGET));
    }

    private static TargetDependencies scaled(ReplicaScaling scaling) {
        return TargetDependencies.NOTHING.with(scaling);
    }

    @Test
    void tags_of_instances_that_are_too_many_to_be_kept_are_told() {
        Map<String, String> many = IntStream.range(0, 50)
                .boxed()
                .collect(Collectors.toMap(number -> "tag-" + number, number -> "x".repeat(256)));
        Cluster old = TestData.cluster(TARGET, "cluster-OLD", "available", Map.of());

        assertThat(warnings(old, Collections.nCopies(3, many)))
                .noneMatch(warning -> warning.contains("add-tags-to-resource"));
        assertThat(warnings(old, Collections.nCopies(6, many)))
                .anyMatch(warning ->
                        warning.contains("The tags of the instances of " + TARGET + " are more than 64 KB together")
                                && warning.contains("aws rds add-tags-to-resource"));
    }

    private static List<String> warnings(Cluster old, List<Map<String, String>> tags) {
        List<Instance> instances = IntStream.range(0, tags.size())
                .mapToObj(number -> TestData.instance("r" + number, "available", tags.get(number)))
                .toList();
        Restore restore = swapping();
        return RenameWarnings.of(
                restore.with(restore.outputs().withPredecessor(Predecessor.of(old, instances))),
                seen(old, TargetDependencies.NOTHING));
    }

    @Test
    void a_custom_endpoint_is_told_with_its_type_and_the_instances_in_the_place_of_its_own() {
        Cluster old = TestData.cluster(
                TARGET,
                ClusterSettings.NONE,
                List.of(instance("w"), instance("r"), instance("application-autoscaling-1")));
        CustomEndpoint reports =
                new CustomEndpoint("reports", "READER", List.of("r", "application-autoscaling-1"), List.of());
        CustomEndpoint others = new CustomEndpoint("others", "ANY", List.of(), List.of("w"));

        assertThat(told(old, ClusterSettings.NONE, reports, others))
                .anyMatch(warning -> warning.contains("Custom endpoint reports")
                        && warning.contains("--endpoint-type READER --static-members ar-")
                        && warning.contains("-2 (its own name"))
                .anyMatch(warning -> warning.contains("Custom endpoint others")
                        && warning.contains("--endpoint-type ANY --excluded-members ar-")
                        && warning.contains("-1 (its own name"));
        assertThat(told(
                        old,
                        ClusterSettings.builder()
                                .attribute(Attribute.INSTANCE_NAMES, "keep")
                                .build(),
                        reports))
                .anyMatch(warning -> warning.contains("--static-members r ("));
    }

    private static Instance instance(String name) {
        return TestData.instance(name, "available", Map.of());
    }

    private static List<String> told(Cluster old, ClusterSettings asked, CustomEndpoint... endpoints) {
        Restore restore = swapping(asked);
        List<Instance> instances =
                old.members().stream().map(RenameWarningsTest::instance).toList();
        return new RelationWarnings(
                        restore.with(restore.outputs().withPredecessor(Predecessor.of(old, instances))),
                        old,
                        new TargetDependencies(
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                List.of(endpoints),
                                Map.of(),
                                Map.of(),
                                Map.of(),
                                Map.of(),
                                List.of(),
                                false,
                                ReplicaScaling.NONE))
                .all();
    }

    private static TargetDependencies around(String integration) {
        return new TargetDependencies(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(new ZeroEtlIntegration(
                        integration,
                        "arn:aws:redshift:us-east-1:123456789012:namespace:n",
                        Optional.of("include: orders.public.*"))),
                false,
                ReplicaScaling.NONE);
    }

    private static List<String> warnings(Set<ClusterFeature> features) {
        return warnings(features, ClusterSettings.NONE, TargetDependencies.NOTHING);
    }

    private static List<String> warnings(
            Set<ClusterFeature> features, ClusterSettings settings, TargetDependencies around) {
        Cluster old = new Cluster(
                TARGET,
                TestData.HOME.clusterArn(TARGET),
                "cluster-OLD",
                "available",
                "postgres",
                TestData.cluster(TARGET, "available", Map.of()).endpoint(),
                List.of(),
                settings,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                features,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return RenameWarnings.of(swapping(), seen(old, around));
    }

    private static Observed seen(Cluster old, TargetDependencies around) {
        return new Observed(
                TestData.NOW,
                List.of(),
                List.of(),
                List.of(old),
                List.of(),
                around,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Restore swapping() {
        return swapping(ClusterSettings.NONE);
    }

    private static Restore swapping(ClusterSettings asked) {
        RestoreRequest swap = new RestoreRequest(
                TARGET,
                new SnapshotSelector.ById(TestData.LOCAL_ARN),
                "default",
                ReplaceMode.SWAP,
                false,
                ClusterSettings.NONE);
        return TestData.restore(StepName.PREFLIGHT, TestData.settings(asked), swap);
    }
}
