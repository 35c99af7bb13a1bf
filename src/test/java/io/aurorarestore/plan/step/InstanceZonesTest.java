package io.aurorarestore.plan.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Instance;
import io.aurorarestore.model.aws.ReplicaScaling;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.InstanceSettings;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each new instance gets of the old one in its place, as far as RDS has it. */
class InstanceZonesTest {

    private static final String TARGET = "orders-staging";
    private static final Instance WRITER = instance("w", "us-east-1a", Map.of());
    private static final Instance READER = instance("r", "us-east-1e", Map.of());
    private static final Instance SCALED = instance("application-autoscaling-1b2c", "us-east-1a", Map.of());

    @Test
    void an_instance_is_put_where_the_old_one_was_if_rds_has_its_class_there() {
        Observed seen = seen(Map.of("class/db.r7g.large/availability zone us-east-1e", false), WRITER, READER);
        Restore informed = informed(ClusterSettings.NONE, seen);

        assertThat(zone(informed, 1)).contains("us-east-1a");
        assertThat(zone(informed, 2)).isEmpty();
        assertThat(RenameWarnings.of(informed, seen))
                .anyMatch(warning -> warning.contains("in the place of r") && warning.contains("us-east-1e"));
    }

    @Test
    void in_other_subnets_rds_chooses() {
        Observed seen = seen(Map.of(), WRITER);
        Restore informed = informed(
                ClusterSettings.builder()
                        .with(ClusterSetting.SUBNET_GROUP, "another")
                        .build(),
                seen);

        assertThat(zone(informed, 1)).isEmpty();
    }

    @Test
    void an_autoscaled_reader_has_no_successor_and_its_scaling_target_is_said() {
        Observed seen = seen(Map.of(), WRITER, SCALED, READER);
        Restore informed = informed(ClusterSettings.NONE, seen);

        assertThat(informed.instanceClasses()).hasSize(2);
        assertThat(RenameWarnings.of(informed, seen))
                .anyMatch(warning -> warning.contains("application-autoscaling-1b2c")
                        && warning.contains("register-scalable-target")
                        && warning.contains("cluster:" + TARGET));
    }

    @Test
    void each_instance_has_the_tags_of_the_old_one_as_far_as_rds_takes_them() {
        Map<String, String> many = new HashMap<>();
        for (int number = 0; number < 49; number++) {
            many.put("tag-" + number, "");
        }
        Observed seen = seen(Map.of(), WRITER, instance("r", "us-east-1a", many));
        Restore informed = informed(ClusterSettings.NONE, seen);

        assertThat(InstanceSettings.tags(informed, 2)).containsKey("tag-48");
        assertThat(new PreflightChecks(TestData.HOME, informed, seen).problems())
                .filteredOn(one -> one.code() == FailureCode.SETTINGS_UNSUITABLE)
                .anyMatch(one -> one.message().contains("instance 2 would have 51 tags"));
    }

    private static Optional<String> zone(Restore restore, int number) {
        return InstanceSettings.of(restore, number).attributes().text(Attribute.AVAILABILITY_ZONES);
    }

    private static Restore informed(ClusterSettings asked, Observed seen) {
        RestoreRequest swap = new RestoreRequest(
                TARGET,
                new SnapshotSelector.ById(TestData.LOCAL_ARN),
                "default",
                ReplaceMode.SWAP,
                false,
                ClusterSettings.NONE);
        Restore restore = TestData.restore(StepName.PREFLIGHT, TestData.settings(asked), swap);
        return Preflight.informed(
                restore.with(restore.outputs().withSource(TestData.snapshot(TestData.LOCAL_ARN, "available"))), seen);
    }

    private static Observed seen(Map<String, Boolean> offers, Instance... instances) {
        Cluster old = TestData.cluster(
                TARGET,
                ClusterSettings.builder()
                        .with(ClusterSetting.SUBNET_GROUP, "private")
                        .build(),
                List.of(instances));
        TargetDependencies around = new TargetDependencies(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Map.of("private", "vpc-1"),
                Map.of(),
                Map.of(),
                offers,
                List.of(),
                false,
                ReplicaScaling.NONE);
        return new Observed(
                TestData.NOW,
                List.of(),
                List.of(),
                List.of(old),
                List.of(instances),
                around,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Instance instance(String name, String zone, Map<String, String> tags) {
        return new Instance(
                name,
                TestData.HOME.instanceArn(name),
                "db-" + name,
                "available",
                "db.r7g.large",
                ClusterSettings.builder()
                        .attribute(Attribute.AVAILABILITY_ZONES, zone)
                        .build(),
                tags);
    }
}
