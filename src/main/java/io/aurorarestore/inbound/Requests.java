package io.aurorarestore.inbound;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.aurorarestore.document.OperationReader;
import io.aurorarestore.document.RequestReader;
import io.aurorarestore.metrics.Metrics;
import io.aurorarestore.port.CallFailed;
import io.aurorarestore.restore.Announcement;
import io.aurorarestore.restore.Failure;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Home;
import io.aurorarestore.restore.RestoreRequest;
import io.aurorarestore.saga.Control;
import io.aurorarestore.saga.DryRun;
import io.aurorarestore.saga.Hint;
import io.aurorarestore.saga.Intake;
import io.aurorarestore.saga.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes what people and programs ask for by events: does it, or lets them hear why not. */
@ApplicationScoped
class Requests {

    private final Intake intake;
    private final DryRun dryRun;
    private final Control control;
    private final Listeners listeners;
    private final RefusalDesk refusals;
    private final Metrics metrics;
    private final RequestReader reader;

    Requests(
            Intake intake,
            DryRun dryRun,
            Control control,
            Listeners listeners,
            RefusalDesk refusals,
            Metrics metrics,
            Home home) {
        this.intake = intake;
        this.dryRun = dryRun;
        this.control = control;
        this.listeners = listeners;
        this.refusals = refusals;
        this.metrics = metrics;
        this.reader = new RequestReader(home);
    }

    Uni<List<Errand>> open(Asked asked) {
        return answered(
                asked,
                Uni.createFrom()
                        .item(asked::detail)
                        .map(reader::read)
                        .chain(read -> read.dryRun() ? examine(read.request(), asked) : open(read.request(), asked)));
    }

    private Uni<Answer> open(RestoreRequest request, Asked asked) {
        return intake.open(request, asked.sender()).map(id -> () -> one(new Errand(id, Hint.opened())));
    }

    private Uni<Answer> examine(RestoreRequest request, Asked asked) {
        return dryRun.of(request, asked.sender())
                .map(Announcement::dryRun)
                .map(plan -> () -> listeners.tell(plan, asked.sender()).replaceWith(List.of()));
    }

    /** What was refused once stays refused, though it would be possible now. */
    Uni<List<Errand>> operate(Asked asked, Control.Operation operation) {
        return refusals.standing(asked)
                .chain(earlier -> earlier.isPresent()
                        ? refusals.refuse(asked, earlier.get())
                        : answered(asked, wanted(asked, operation)));
    }

    private Uni<Answer> wanted(Asked asked, Control.Operation operation) {
        return Uni.createFrom()
                .item(asked::detail)
                .map(OperationReader::read)
                .chain(wanted -> control.operate(operation, wanted.subject(), asked.sender(), wanted.reason()))
                .map(id -> () -> one(new Errand(id, Hint.operator())));
    }

    /** What is left to do once it is clear what becomes of a request. */
    private interface Answer {
        Uni<List<Errand>> give();
    }

    private Uni<List<Errand>> answered(Asked asked, Uni<Answer> wanted) {
        return wanted.onFailure(Refused.class)
                .recoverWithItem(refused -> () -> refusals.refuse(asked, refused.failure()))
                // For instance a profile that cannot be read: the message would fail for ever.
                .onFailure(CallFailed.as(CallFailed.Kind.FATAL))
                .recoverWithItem(failed -> () -> refusals.refuse(asked, ((CallFailed) failed).failure()))
                .chain(Answer::give);
    }

    private static Uni<List<Errand>> one(Errand errand) {
        return Uni.createFrom().item(List.of(errand));
    }

    Uni<List<Errand>> unreadable(Signal.Unreadable message) {
        String messageId = message.messageId();
        Failure failure = new Failure(
                FailureCode.INVALID_REQUEST, "Message " + messageId + " cannot be read: " + message.reason() + ".");
        metrics.unreadable(messageId);
        Asked nothing = Asked.by("unknown", JsonNodeFactory.instance.objectNode(), messageId, messageId);
        return refusals.park(nothing, failure, message.body());
    }
}
