package io.aurorarestore.plan.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.ReplicaScaling;
import io.aurorarestore.model.aws.TargetDependencies;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.Scaling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What RDS would refuse hours later is found in the pre-flight. The snapshot is of version 17.4. */
class OfferingChecksTest {

    @ParameterizedTest
    @ValueSource(strings = {"16.2", "17.3", "9.6", "17"})
    void a_version_that_is_earlier_than_the_snapshots_is_refused(String version) {
        assertThat(problems(
                        ClusterSettings.builder()
                                .with(ClusterSetting.ENGINE_VERSION, version)
                                .build(),
                        Map.of()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(FailureCode.SETTINGS_UNSUITABLE))
                .satisfies(problem -> assertThat(problem.message())
                        .contains("Engine version " + version + " is earlier than that of the snapshot (17.4)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.4", "17.10", "18.1", "17.4-limitless"})
    void the_same_or_a_later_version_is_taken(String version) {
        assertThat(problems(
                        ClusterSettings.builder()
                                .with(ClusterSetting.ENGINE_VERSION, version)
                                .build(),
                        Map.of()))
                .isEmpty();
    }

    @Test
    void a_serverless_instance_needs_its_capacity() {
        ClusterSettings.Builder serverless =
                ClusterSettings.builder().with(ClusterSetting.INSTANCE_CLASS, "db.serverless");

        assertThat(problems(serverless.build(), Map.of()))
                .extracting(Failure::message)
                .containsExactly("db.serverless needs serverlessV2: its least and most capacity.");
        assertThat(problems(
                        serverless
                                .with(ClusterSetting.SERVERLESS_V2, new Scaling(0.5, 8, Optional.empty()))
                                .build(),
                        Map.of()))
                .isEmpty();
    }

    @Test
    void what_rds_offers_no_more_is_named_with_the_call_that_lists_what_it_does() {
        ClusterSettings wanted = ClusterSettings.builder()
                .with(ClusterSetting.INSTANCE_CLASS, "db.r4.large")
                .with(ClusterSetting.CA_CERTIFICATE, "rds-ca-2019")
                .build();
        Map<String, Boolean> offers =
                Map.of("version", false, "class/db.r4.large", false, "certificate/rds-ca-2019", false);

        assertThat(problems(wanted, offers))
                .extracting(Failure::message)
                .satisfiesExactly(
                        version -> assertThat(version).contains("17.4", "describe-db-engine-versions"),
                        instances ->
                                assertThat(instances).contains("db.r4.large", "describe-orderable-db-instance-options"),
                        authority -> assertThat(authority).contains("rds-ca-2019", "describe-certificates"));
    }

    @Test
    void what_is_offered_or_could_not_be_read_is_not_in_the_way() {
        ClusterSettings wanted = ClusterSettings.builder()
                .with(ClusterSetting.CA_CERTIFICATE, "rds-ca-rsa2048-g1")
                .build();

        assertThat(problems(wanted, Map.of())).isEmpty();
        assertThat(problems(wanted, Map.of("version", true, "certificate/rds-ca-rsa2048-g1", true)))
                .isEmpty();
    }

    @Test
    void tags_need_room_for_those_that_the_service_adds() {
        assertThat(problems(tagged(47), Map.of())).isEmpty();
        assertThat(problems(tagged(48), Map.of()))
                .extracting(Failure::message)
                .containsExactly(
                        "The restored cluster would have 51 tags with those that the service adds, and RDS takes"
                                + " 50: take some away.");
    }

    @Test
    void what_a_class_or_a_version_cannot_do_is_told() {
        ClusterSettings wanted = ClusterSettings.builder()
                .with(ClusterSetting.INSTANCE_CLASS, "db.t4g.medium")
                .with(ClusterSetting.READERS, 1)
                .attribute(Attribute.PERFORMANCE_INSIGHTS, true)
                .attribute(Attribute.AVAILABILITY_ZONES, List.of("us-east-1a", "us-east-1e"))
                .attribute(Attribute.LOCAL_WRITE_FORWARDING, true)
                .build();
        Map<String, Boolean> offers = Map.of(
                "class/db.t4g.medium/Performance Insights", false,
                "class/db.t4g.medium/availability zone us-east-1a", true,
                "class/db.t4g.medium/availability zone us-east-1e", false,
                "version/local write forwarding", false);

        assertThat(problems(wanted, offers))
                .extracting(Failure::message)
                .satisfiesExactly(
                        insights -> assertThat(insights).contains("db.t4g.medium with Performance Insights"),
                        zone -> assertThat(zone).contains("availability zone us-east-1e"),
                        forwarding -> assertThat(forwarding).contains("localWriteForwarding"));
        assertThat(problems(wanted, Map.of())).isEmpty();
    }

    @Test
    void a_storage_type_that_the_version_does_not_have_is_told() {
        ClusterSettings wanted = ClusterSettings.builder()
                .with(ClusterSetting.INSTANCE_CLASS, "db.r6g.large")
                .attribute(Attribute.STORAGE_TYPE, "aurora-iopt1")
                .build();

        assertThat(problems(wanted, Map.of("class/db.r6g.large/storage type aurora-iopt1", false)))
                .extracting(Failure::message)
                .singleElement()
                .asString()
                .startsWith("RDS does not offer db.r6g.large with storage type aurora-iopt1 for aurora-postgresql 17.4")
                .endsWith("choose another instanceClass or engineVersion, or set it otherwise in the profile.");
        assertThat(problems(wanted, Map.of("class/db.r6g.large/storage type aurora-iopt1", true)))
                .isEmpty();
    }

    @Test
    void what_rds_refuses_together_is_told() {
        assertThat(problems(
                        ClusterSettings.builder()
                                .attribute(Attribute.DATABASE_INSIGHTS, "advanced")
                                .attribute(Attribute.PERFORMANCE_INSIGHTS, true)
                                .attribute(Attribute.PERFORMANCE_INSIGHTS_DAYS, 31)
                                .attribute(Attribute.MONITORING_INTERVAL, 60)
                                .attribute(Attribute.DOMAIN, "d-123")
                                .build(),
                        Map.of()))
                .extracting(Failure::message)
                .satisfiesExactly(
                        days -> assertThat(days).contains("465"),
                        role -> assertThat(role).contains("monitoringRole"),
                        domain -> assertThat(domain).contains("domainRole"));
        assertThat(problems(
                        ClusterSettings.builder()
                                .attribute(Attribute.DATABASE_INSIGHTS, "advanced")
                                .build(),
                        Map.of()))
                .isEmpty();
    }

    private static ClusterSettings tagged(int number) {
        Map<String, String> tags = new HashMap<>();
        for (int one = 0; one < number; one++) {
            tags.put("tag-" + one, "");
        }
        return ClusterSettings.builder().with(ClusterSetting.TAGS, tags).build();
    }

    private static List<Failure> problems(ClusterSettings asked, Map<String, Boolean> offers) {
        Restore restore = TestData.restore(StepName.PREFLIGHT, TestData.settings(asked));
        Restore located =
                restore.with(restore.outputs().withSource(TestData.snapshot(TestData.LOCAL_ARN, "available")));
        TargetDependencies around = new TargetDependencies(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                offers,
                List.of(),
                false,
                ReplicaScaling.NONE);
        Observed seen = new Observed(
                TestData.NOW,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                around,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new PreflightChecks(TestData.HOME, located, seen).problems();
    }
}
