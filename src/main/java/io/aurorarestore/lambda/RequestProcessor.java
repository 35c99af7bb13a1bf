package io.aurorarestore.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.aurorarestore.app.metrics.Metrics;
import io.aurorarestore.engine.Trigger;
import io.aurorarestore.intake.DryRun;
import io.aurorarestore.intake.Intake;
import io.aurorarestore.intake.OperatorActions;
import io.aurorarestore.intake.RequestRejectedException;
import io.aurorarestore.json.OperationReader;
import io.aurorarestore.json.RequestReader;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.Sender;
import io.aurorarestore.model.restore.Audience;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.JobReports;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Processes requests and operations that came by events: carries them out, or rejects them. */
@ApplicationScoped
class RequestProcessor {

    /** Whether or not the database function has done its part of a dry run: a little later than its time is over. */
    private static final Duration AT_THE_LATEST = DryRun.PATIENCE.plusSeconds(10);

    private final Intake intake;
    private final DryRun dryRun;
    private final OperatorActions operatorActions;
    private final Requesters requesters;
    private final JobReports reports;
    private final Rejections rejections;
    private final Metrics metrics;
    private final RequestReader reader;

    RequestProcessor(
            Intake intake,
            DryRun dryRun,
            OperatorActions operatorActions,
            Requesters requesters,
            JobReports reports,
            Rejections rejections,
            Metrics metrics,
            Home home) {
        this.intake = intake;
        this.dryRun = dryRun;
        this.operatorActions = operatorActions;
        this.requesters = requesters;
        this.reports = reports;
        this.rejections = rejections;
        this.metrics = metrics;
        this.reader = new RequestReader(home);
    }

    Uni<List<ReconcileTask>> open(ReceivedRequest asked) {
        return answered(
                asked,
                Uni.createFrom()
                        .item(asked::detail)
                        .map(reader::read)
                        .chain(read -> read.dryRun() ? examine(read.request(), asked) : open(read.request(), asked)));
    }

    private Uni<Answer> open(RestoreRequest request, ReceivedRequest asked) {
        return intake.open(request, asked.sender()).map(id -> () -> one(new ReconcileTask(id, Trigger.opened())));
    }

    private Uni<Answer> examine(RestoreRequest request, ReceivedRequest asked) {
        return dryRun.begin(request, asked.sender(), asked.delivery(), Set.of(Audience.SUBSCRIBERS))
                .call(begun -> reports.tell(DatabaseJob.of(begun), AT_THE_LATEST))
                .map(begun -> () -> Uni.createFrom().item(List.of()));
    }

    /**
     * Tells what a dry run finds, if somebody waits for it and all was looked at.
     *
     * @return whether there is such a dry run
     */
    Uni<Boolean> dryRun(RestoreId id) {
        return dryRun.find(id)
                .call(found -> found.filter(Restore::unannounced)
                        .map(this::tell)
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .map(Optional::isPresent);
    }

    private Uni<Void> tell(Restore begun) {
        return dryRun.plan(begun)
                .chain(plan -> plan.map(Announcement::dryRun)
                        .map(news -> requesters.tell(news, sender(begun)).chain(() -> dryRun.told(begun)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Sender sender(Restore begun) {
        return new Sender(
                begun.accepted().key(),
                begun.accepted().by(),
                begun.outbox().taskTokens().stream().findFirst());
    }

    /** What was refused once stays refused, though it would be possible now. */
    Uni<List<ReconcileTask>> operate(ReceivedRequest asked, OperatorActions.Operation operation) {
        return rejections
                .standing(asked)
                .chain(earlier -> earlier.isPresent()
                        ? rejections.refuse(asked, earlier.get())
                        : answered(asked, wanted(asked, operation)));
    }

    private Uni<Answer> wanted(ReceivedRequest asked, OperatorActions.Operation operation) {
        return Uni.createFrom()
                .item(asked::detail)
                .map(OperationReader::read)
                .chain(wanted -> operatorActions.operate(operation, wanted.subject(), asked.sender(), wanted.reason()))
                .map(id -> () -> one(new ReconcileTask(id, Trigger.operator())));
    }

    /** What is left to do once it is clear what becomes of a request. */
    private interface Answer {
        Uni<List<ReconcileTask>> give();
    }

    private Uni<List<ReconcileTask>> answered(ReceivedRequest asked, Uni<Answer> wanted) {
        return wanted.onFailure(RequestRejectedException.class)
                .recoverWithItem(refused -> () -> rejections.refuse(asked, refused.failure()))
                // For instance a profile that cannot be read: the message would fail for ever.
                .onFailure(CallFailedException.as(CallFailedException.Kind.FATAL))
                .recoverWithItem(failed -> () -> rejections.refuse(asked, ((CallFailedException) failed).failure()))
                .chain(Answer::give);
    }

    private static Uni<List<ReconcileTask>> one(ReconcileTask task) {
        return Uni.createFrom().item(List.of(task));
    }

    Uni<List<ReconcileTask>> unreadable(InboxMessage.Unreadable message) {
        String messageId = message.messageId();
        Failure failure = new Failure(
                FailureCode.INVALID_REQUEST, "Message " + messageId + " cannot be read: " + message.reason() + ".");
        metrics.unreadable(messageId);
        ReceivedRequest nothing =
                ReceivedRequest.by("unknown", JsonNodeFactory.instance.objectNode(), messageId, messageId);
        return rejections.park(nothing, failure, message.body());
    }
}
