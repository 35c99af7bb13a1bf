package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.ObservedBuilder;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.Snapshot;
import io.aurorarestore.model.request.SnapshotSelector;
import io.aurorarestore.model.restore.Restore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocateSourceTest {

    private final LocateSource step = new LocateSource(TestData.HOME);
    private final Restore byArn = TestData.restore(StepName.LOCATE_SOURCE);

    @Test
    void an_arn_is_looked_up_in_its_own_region() {
        assertThat(step.describe(byArn)).startsWith(new Describe.AtSnapshot("us-west-2", TestData.SOURCE_ARN));
    }

    @Test
    void a_plain_id_is_looked_up_at_home() {
        Restore byId = from(new SnapshotSelector.ById("orders-prod-2026-11-20"));

        assertThat(step.describe(byId)).startsWith(new Describe.AtSnapshot("us-east-1", "orders-prod-2026-11-20"));
    }

    @Test
    void an_available_snapshot_is_found() {
        Snapshot snapshot = TestData.snapshot(TestData.SOURCE_ARN, "available");

        Restore after =
                assertDecision(step, byArn, ObservedBuilder.snapshots(snapshot)).isDone();

        assertThat(after.outputs().source()).contains(snapshot);
    }

    @Test
    void the_latest_is_the_newest_that_is_available() {
        Restore latest = from(new SnapshotSelector.Latest("orders-prod", "us-west-2"));
        Snapshot older = made("a", "2026-11-19T03:00:00Z", "available");
        Snapshot newer = made("b", "2026-11-20T03:00:00Z", "available");
        Snapshot newest = made("c", "2026-11-20T05:00:00Z", "creating");

        Restore after = assertDecision(step, latest, ObservedBuilder.snapshots(older, newest, newer))
                .isDone();

        assertThat(after.outputs().source()).contains(newer);
    }

    @Test
    void a_day_is_a_day_in_utc() {
        Restore onDay = from(new SnapshotSelector.OnDay("orders-prod", "us-west-2", LocalDate.of(2026, 11, 19)));
        Snapshot last = made("a", "2026-11-19T23:59:59Z", "available");
        Snapshot next = made("b", "2026-11-20T00:00:00Z", "available");

        Restore after = assertDecision(step, onDay, ObservedBuilder.snapshots(next, last))
                .isDone();

        assertThat(after.outputs().source()).contains(last);
    }

    @Test
    void no_snapshot_fails_with_what_was_looked_for() {
        assertDecision(step, byArn, ObservedBuilder.nothing()).failsWith(FailureCode.SNAPSHOT_NOT_FOUND);
    }

    @Test
    void one_that_is_being_created_is_waited_for() {
        assertDecision(step, byArn, ObservedBuilder.snapshots(TestData.snapshot(TestData.SOURCE_ARN, "creating")))
                .waitsFor("is creating at 50 %");
    }

    @Test
    void one_that_failed_is_unusable() {
        assertDecision(step, byArn, ObservedBuilder.snapshots(TestData.snapshot(TestData.SOURCE_ARN, "failed")))
                .failsWith(FailureCode.SNAPSHOT_UNUSABLE);
    }

    @Test
    void a_source_that_the_profile_does_not_allow_is_refused() {
        Snapshot foreign = new Snapshot(
                "x",
                TestData.SOURCE_ARN,
                "payroll",
                "available",
                100,
                TestData.NOW,
                "aurora-postgresql",
                "17.4",
                "postgres",
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty());

        assertDecision(step, byArn, ObservedBuilder.snapshots(foreign)).failsWith(FailureCode.SOURCE_NOT_ALLOWED);
    }

    @Test
    void a_snapshot_in_the_other_region_of_china_is_refused_since_it_cannot_be_copied() {
        String arn = "arn:aws-cn:rds:cn-north-1:123456789012:cluster-snapshot:x";
        Restore wanting = from(new SnapshotSelector.ById(arn));
        Observed seen = ObservedBuilder.snapshots(TestData.snapshot(arn, "available"));

        assertDecision(new LocateSource(new Home("cn-northwest-1", "123456789012")), wanting, seen)
                .failsWith(FailureCode.SNAPSHOT_UNUSABLE);
        assertDecision(new LocateSource(new Home("cn-north-1", "123456789012")), wanting, seen)
                .isDone();
    }

    @Test
    void another_engine_is_refused() {
        Snapshot mysql = new Snapshot(
                "x",
                TestData.SOURCE_ARN,
                "orders-prod",
                "available",
                100,
                TestData.NOW,
                "aurora-mysql",
                "8.0",
                "admin",
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty());

        assertDecision(step, byArn, ObservedBuilder.snapshots(mysql)).failsWith(FailureCode.SNAPSHOT_UNUSABLE);
    }

    private static Restore from(SnapshotSelector source) {
        return TestData.restore(StepName.LOCATE_SOURCE, TestData.settings(), source);
    }

    private static Snapshot made(String id, String created, String status) {
        String arn = "arn:aws:rds:us-west-2:123456789012:cluster-snapshot:" + id;
        return TestData.snapshot(arn, status, Instant.parse(created), Optional.empty(), Map.of());
    }
}
