package io.aurorarestore.adapter.sns;

import io.aurorarestore.engine.A;
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
final class News {

    static final Failure FAILURE = new Failure(FailureCode.INSTANCE_FAILED, "Instance ar-1 is failed.");

    private News() {}

    static Stream<Announcement> ofEveryKind() {
        Stream<Announcement> ends =
                Stream.of(Status.values()).filter(Status::terminal).map(News::endOf);
        Restore failed = failed(A.staged(StepName.CREATE_INSTANCES));
        return Stream.concat(
                ends,
                Stream.of(
                        Announcement.endOf(failed.with(failed.outcome().givenUp())),
                        Announcement.endOf(failed(A.staged(StepName.RETIRE_OLD).retirement(A.NOW))),
                        Announcement.of(StateChange.of(A.restore(StepName.PREFLIGHT))),
                        Announcement.of(StateChange.of(undoing())),
                        refused("orders-drill"),
                        refused(""),
                        Announcement.dryRun(DryRuns.good()),
                        Announcement.dryRun(DryRuns.hindered()),
                        Announcement.dryRun(DryRuns.withSettings(300))));
    }

    static Announcement endOf(Status status) {
        Restore restore = A.staged(StepName.CREATE_INSTANCES);
        Restore found = restore.with(restore.findings().withEndpoint(new Endpoint("orders-drill.example", 5432)));
        return Announcement.endOf(
                switch (status) {
                    case SUCCEEDED ->
                        found.with(found.outcome().warned(List.of("A tag is missing.")))
                                .ended(status, A.NOW);
                    case FAILED -> failed(found);
                    default -> found.with(found.outcome().because(FAILURE)).ended(status, A.NOW);
                });
    }

    static Announcement refused(String target) {
        return Refusals.refused("key", target, target, new Failure(FailureCode.INVALID_REQUEST, "target is missing."));
    }

    private static Restore undoing() {
        Restore restore = A.staged(StepName.CREATE_INSTANCES);
        return restore.with(restore.outcome().because(FAILURE))
                .with(restore.progress().turned(Status.ROLLING_BACK, restore.step(), A.NOW));
    }

    private static Restore failed(Restore restore) {
        return restore.with(restore.outcome().stuck(FAILURE, restore.status())).ended(Status.FAILED, A.NOW);
    }
}
