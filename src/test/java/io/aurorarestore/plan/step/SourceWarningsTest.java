package io.aurorarestore.plan.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Cluster;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.Predecessor;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ClusterSetting;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.ReplaceMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which key the restored cluster will have, and who is told. */
class SourceWarningsTest {

    private static final Optional<String> PRODUCTION = Optional.of("arn:aws:kms:us-east-1:123456789012:key/production");
    private static final Optional<String> STAGING = Optional.of("arn:aws:kms:us-east-1:123456789012:key/staging");

    @Test
    void a_snapshot_that_is_restored_as_it_is_brings_its_key_and_that_is_said() {
        SourceWarnings notes = notes(TestData.LOCAL_ARN, PRODUCTION, true, ClusterSettings.NONE);

        assertThat(notes.key()).isEqualTo(PRODUCTION);
        assertThat(notes.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning).contains("key/production", "key/staging", "kmsKeyId"));
        assertThat(notes.all()).containsAll(notes.warnings());
    }

    @Test
    void one_that_is_copied_gets_the_key_of_the_cluster_that_is_replaced() {
        SourceWarnings notes = notes(TestData.SOURCE_ARN, PRODUCTION, true, ClusterSettings.NONE);

        assertThat(notes.key()).isEqualTo(STAGING);
        assertThat(notes.warnings()).isEmpty();
    }

    @Test
    void a_key_that_is_asked_for_is_the_one_and_needs_no_word() {
        ClusterSettings asked = ClusterSettings.builder()
                .with(ClusterSetting.KMS_KEY_ID, "alias/asked")
                .build();
        SourceWarnings notes = notes(TestData.LOCAL_ARN, PRODUCTION, true, asked);

        assertThat(notes.key()).contains("alias/asked");
        assertThat(notes.warnings()).isEmpty();
    }

    @Test
    void one_that_is_not_encrypted_gets_the_key_of_the_cluster_that_is_replaced() {
        assertThat(notes(TestData.LOCAL_ARN, Optional.empty(), false, ClusterSettings.NONE)
                        .key())
                .isEqualTo(STAGING);
    }

    @Test
    void one_that_rds_encrypts_with_a_key_of_its_own_is_encrypted() {
        SourceWarnings notes = notes(TestData.LOCAL_ARN, Optional.empty(), true, ClusterSettings.NONE);

        assertThat(notes.key()).isEmpty();
        assertThat(notes.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning).contains("no key of the account", "key/staging"));
    }

    private static SourceWarnings notes(String arn, Optional<String> key, boolean encrypted, ClusterSettings asked) {
        RestoreRequest request = new RestoreRequest(
                PredecessorFixture.TARGET,
                new SnapshotSelector.ById(arn),
                "default",
                ReplaceMode.SWAP,
                false,
                ClusterSettings.NONE);
        Restore restore = TestData.restore(StepName.PREFLIGHT, TestData.settings(asked), request);
        Snapshot plain = TestData.snapshot(arn, "available");
        Snapshot source = new Snapshot(
                plain.id(),
                plain.arn(),
                plain.cluster(),
                plain.status(),
                100,
                plain.createdAt(),
                plain.engine(),
                plain.engineVersion(),
                plain.masterUser(),
                key,
                encrypted,
                Optional.empty(),
                plain.type(),
                plain.clusterResourceId(),
                plain.tags(),
                Optional.empty());
        Cluster old = PredecessorFixture.cluster(PredecessorFixture.TARGET, "available", false);
        Cluster replaced = new Cluster(
                old.name(),
                old.arn(),
                old.resourceId(),
                old.status(),
                old.masterUser(),
                old.endpoint(),
                old.members(),
                old.settings(),
                STAGING,
                old.managedSecret(),
                Map.of(),
                Set.of(),
                Optional.empty(),
                old.created(),
                Optional.empty());
        return new SourceWarnings(
                restore.with(restore.outputs().withSource(source).withPredecessor(Predecessor.of(replaced, List.of()))),
                TestData.HOME);
    }
}
