package io.aurorarestore.adapter.sns;

import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.Endpoint;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.notification.StateChange;
import java.util.List;
import java.util.stream.Stream;

/** News of every kind. */
final class NewsSamples {

    static final Failure FAILURE = new Failure(FailureCode.INSTANCE_FAILED, "Instance ar-1 is failed.");

    private NewsSamples() {}

    static Stream<Announcement> ofEveryKind() {
        Stream<Announcement> ends =
                Stream.of(Status.values()).filter(Status::terminal).map(NewsSamples::endOf);
        Restore failed = failed(TestData.staged(StepName.CREATE_INSTANCES));
        return Stream.concat(
                ends,
                Stream.of(
                        Announcement.endOf(failed.with(failed.outcome().givenUp())),
                        Announcement.endOf(
                                failed(TestData.staged(StepName.RETIRE_OLD).retirement(TestData.NOW))),
                        Announcement.of(StateChange.of(TestData.restore(StepName.PREFLIGHT))),
                        Announcement.of(StateChange.of(undoing())),
                        refused("orders-drill"),
                        refused(""),
                        Announcement.dryRun(DryRunReports.good()),
                        Announcement.dryRun(DryRunReports.hindered()),
                        Announcement.dryRun(DryRunReports.withSettings(300))));
    }

    static Announcement endOf(Status status) {
        Restore restore = TestData.staged(StepName.CREATE_INSTANCES);
        Restore found = restore.with(restore.outputs().withEndpoint(new Endpoint("orders-drill.example", 5432)));
        return Announcement.endOf(
                switch (status) {
                    case SUCCEEDED ->
                        found.with(found.outcome().warned(List.of("A tag is missing.")))
                                .ended(status, TestData.NOW);
                    case FAILED -> failed(found);
                    default -> found.with(found.outcome().because(FAILURE)).ended(status, TestData.NOW);
                });
    }

    static Announcement refused(String target) {
        return RejectionAnnouncements.refused(
                "key", target, target, new Failure(FailureCode.INVALID_REQUEST, "target is missing."));
    }

    private static Restore undoing() {
        Restore restore = TestData.staged(StepName.CREATE_INSTANCES);
        return restore.with(restore.outcome().because(FAILURE))
                .with(restore.progress().turned(Status.ROLLING_BACK, restore.step(), TestData.NOW));
    }

    private static Restore failed(Restore restore) {
        return restore.with(restore.outcome().stuck(FAILURE, restore.status())).ended(Status.FAILED, TestData.NOW);
    }
}
