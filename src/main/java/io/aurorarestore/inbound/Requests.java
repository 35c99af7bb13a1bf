package io.aurorarestore.inbound;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.aurorarestore.document.OperationReader;
import io.aurorarestore.document.RequestReader;
import io.aurorarestore.port.Announcer;
import io.aurorarestore.port.CallFailed;
import io.aurorarestore.port.Workflows;
import io.aurorarestore.restore.Announcement;
import io.aurorarestore.restore.Failure;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Home;
import io.aurorarestore.restore.RestoreId;
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
    private final Announcer announcer;
    private final Workflows workflows;
    private final RefusalDesk refusals;
    private final RequestReader reader;

    Requests(
            Intake intake,
            DryRun dryRun,
            Control control,
            Announcer announcer,
            Workflows workflows,
            RefusalDesk refusals,
            Home home) {
        this.intake = intake;
        this.dryRun = dryRun;
        this.control = control;
        this.announcer = announcer;
        this.workflows = workflows;
        this.refusals = refusals;
        this.reader = new RequestReader(home);
    }

    Uni<List<Errand>> open(Asked asked) {
        return orRefusal(
                asked,
                Uni.createFrom()
                        .item(asked::detail)
                        .map(reader::read)
                        .chain(read -> read.dryRun() ? examine(read.request(), asked) : open(read.request(), asked)));
    }

    private Uni<List<Errand>> open(RestoreRequest request, Asked asked) {
        return intake.open(request, asked.sender()).map(id -> List.of(new Errand(id, Hint.opened())));
    }

    private Uni<List<Errand>> examine(RestoreRequest request, Asked asked) {
        return dryRun.of(request, asked.sender()).map(Announcement::dryRun).chain(plan -> answer(plan, asked));
    }

    private Uni<List<Errand>> answer(Announcement plan, Asked asked) {
        Uni<Void> told = announcer.announce(plan);
        return asked.sender()
                .taskToken()
                .map(token -> told.chain(() -> workflows.end(token, plan)))
                .orElse(told)
                .replaceWith(List.of());
    }

    Uni<List<Errand>> operate(Asked asked, Control.Operation operation) {
        return orRefusal(
                asked,
                Uni.createFrom()
                        .item(asked::detail)
                        .map(OperationReader::read)
                        .chain(wanted -> named(wanted)
                                .chain(id -> control.operate(operation, id, asked.sender(), wanted.reason())))
                        .map(id -> List.of(new Errand(id, Hint.operator()))));
    }

    private Uni<RestoreId> named(OperationReader.Wanted wanted) {
        return wanted.restore()
                .map(id -> Uni.createFrom().item(id))
                .orElseGet(() -> control.holder(wanted.target().orElseThrow()));
    }

    Uni<List<Errand>> unreadable(Signal.Unreadable message) {
        String messageId = message.messageId();
        Failure failure =
                new Failure(FailureCode.INVALID_REQUEST, "Message " + messageId + " cannot be read: " + message.reason() + ".");
        Asked nothing = Asked.by("unknown", JsonNodeFactory.instance.objectNode(), messageId, messageId);
        return refusals.park(nothing, failure, message.body());
    }

    private Uni<List<Errand>> orRefusal(Asked asked, Uni<List<Errand>> wanted) {
        return wanted.onFailure(Refused.class)
                .recoverWithUni(refused -> refusals.refuse(asked, ((Refused) refused).failure()))
                // For instance a profile that cannot be read: the message would fail for ever.
                .onFailure(CallFailed.as(CallFailed.Kind.FATAL))
                .recoverWithUni(failed -> refusals.refuse(asked, ((CallFailed) failed).failure()));
    }
}
