package io.aurorarestore.plan.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.ClusterFeature;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RenameWarningsTest {

    private static final String TARGET = "orders-staging";

    @Test
    void settings_that_the_restored_cluster_does_not_get_are_named() {
        assertThat(warnings(List.of("NetworkType=DUAL", "StorageType=aurora-iopt1"), List.of()))
                .contains(
                        "Cluster orders-staging has NetworkType=DUAL, StorageType=aurora-iopt1: a restored cluster is made"
                                + " without. Set them once it serves.");
    }

    @Test
    void what_an_instance_has_for_itself_is_named() {
        List<Instance> instances = List.of(
                instance("w", Optional.of("writer-pg"), List.of()),
                instance("r1", Optional.of("writer-pg"), List.of()),
                instance("reporting", Optional.of("reporting-pg"), List.of("PromotionTier=15")));

        assertThat(warnings(List.of(), instances))
                .filteredOn(warning -> warning.startsWith("Instance "))
                .containsExactly(
                        "Instance reporting has PromotionTier=15, DBParameterGroupName=reporting-pg: the one in its"
                                + " place is made without.");
    }

    @Test
    void a_cluster_outside_of_any_vpc_is_told() {
        assertThat(warnings(Set.of(ClusterFeature.EXPRESS), List.of(), List.of()))
                .anyMatch(warning -> warning.contains("express configuration"));
        assertThat(warnings(List.of(), List.of())).noneMatch(warning -> warning.contains("express configuration"));
    }

    @Test
    void an_activity_stream_and_an_integration_that_stay_behind_are_told() {
        assertThat(warnings(Set.of(ClusterFeature.ACTIVITY_STREAM), List.of(), List.of()))
                .anyMatch(warning -> warning.contains("activity stream of " + TARGET));
        assertThat(warnings(Set.of(), List.of(), List.of(), around("to-redshift")))
                .anyMatch(warning -> warning.contains("Zero-ETL integration to-redshift"));
        assertThat(warnings(List.of(), List.of()))
                .noneMatch(warning -> warning.contains("activity stream") || warning.contains("Zero-ETL"));
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
                List.of(integration),
                false);
    }

    private static List<String> warnings(List<String> uncarried, List<Instance> instances) {
        return warnings(Set.of(), uncarried, instances);
    }

    private static List<String> warnings(
            Set<ClusterFeature> features, List<String> uncarried, List<Instance> instances) {
        return warnings(features, uncarried, instances, TargetDependencies.NOTHING);
    }

    private static List<String> warnings(
            Set<ClusterFeature> features, List<String> uncarried, List<Instance> instances, TargetDependencies around) {
        Cluster old = new Cluster(
                TARGET,
                TestData.HOME.clusterArn(TARGET),
                "cluster-OLD",
                "available",
                "postgres",
                TestData.cluster(TARGET, "available", Map.of()).endpoint(),
                instances.stream().map(Instance::name).toList(),
                ClusterSettings.NONE,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                features,
                Optional.empty(),
                uncarried);
        Observed seen = new Observed(
                TestData.NOW,
                List.of(),
                List.of(old),
                instances,
                around,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        RestoreRequest swap = new RestoreRequest(
                TARGET,
                new SnapshotSelector.ById(TestData.LOCAL_ARN),
                "default",
                ReplaceMode.SWAP,
                false,
                ClusterSettings.NONE);
        Restore restore = TestData.restore(StepName.PREFLIGHT, TestData.settings(), swap);
        return RenameWarnings.of(restore, seen);
    }

    private static Instance instance(String name, Optional<String> group, List<String> uncarried) {
        return new Instance(
                name,
                TestData.HOME.instanceArn(name),
                "db-" + name,
                "available",
                "db.r6g.large",
                group,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                uncarried);
    }
}
