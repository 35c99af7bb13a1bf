package io.aurorarestore.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.aurorarestore.document.OperationReader;
import io.aurorarestore.document.RequestReader;
import io.aurorarestore.port.Announcer;
import io.aurorarestore.port.CallFailed;
import io.aurorarestore.port.Restores;
import io.aurorarestore.restore.Announcement;
import io.aurorarestore.restore.Failure;
import io.aurorarestore.restore.FailureCode;
import io.aurorarestore.restore.Home;
import io.aurorarestore.restore.JobReport;
import io.aurorarestore.restore.RestoreId;
import io.aurorarestore.restore.RestoreRequest;
import io.aurorarestore.restore.Sender;
import io.aurorarestore.saga.Control;
import io.aurorarestore.saga.DryRun;
import io.aurorarestore.saga.Hint;
import io.aurorarestore.saga.Intake;
import io.aurorarestore.saga.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Finds the restores that a signal concerns; a request opens one, and a refusal is told. */
@ApplicationScoped
class Switchboard {

    private static final Logger LOG = Logger.getLogger(Switchboard.class);

    private final Restores restores;
    private final Intake intake;
    private final DryRun dryRun;
    private final Control control;
    private final Announcer announcer;
    private final RequestReader reader;

    Switchboard(Restores restores, Intake intake, DryRun dryRun, Control control, Announcer announcer, Home home) {
        this.restores = restores;
        this.intake = intake;
        this.dryRun = dryRun;
        this.control = control;
        this.announcer = announcer;
        this.reader = new RequestReader(home);
    }

    Uni<List<Errand>> happened(RdsEvent event) {
        Uni<List<RestoreId>> found = Uni.createFrom().item(List.of());
        for (String arn : event.arns()) {
            found = found.chain(some -> some.isEmpty()
                    ? restores.interestedIn(arn)
                    : Uni.createFrom().item(some));
        }
        return found.map(ids -> ids.stream()
                .map(id -> new Errand(id, Hint.event(event.words())))
                .toList());
    }

    Uni<List<Errand>> requested(Signal.Requested asked) {
        return Uni.createFrom()
                .item(asked::request)
                .map(reader::read)
                .chain(read -> read.dryRun() ? dryRun(read.request(), asked) : open(read.request(), asked))
                .onFailure(Refused.class)
                .recoverWithUni(refused -> refuse(asked.request(), asked.key(), refused.failure()))
                .onFailure(Switchboard::isFinal)
                .recoverWithUni(failure -> refuse(asked.request(), asked.key(), ((CallFailed) failure).failure()));
    }

    private Uni<List<Errand>> open(RestoreRequest request, Signal.Requested asked) {
        return intake.open(request, new Sender(asked.key(), asked.by()))
                .map(id -> List.of(new Errand(id, Hint.opened())));
    }

    private Uni<List<Errand>> dryRun(RestoreRequest request, Signal.Requested asked) {
        return dryRun.of(request, new Sender(asked.key(), asked.by()))
                .chain(report -> announcer.announce(Announcement.dryRun(report)))
                .replaceWith(List.of());
    }

    Uni<List<Errand>> operated(Signal.Operated asked) {
        return Uni.createFrom()
                .item(asked::detail)
                .map(OperationReader::read)
                .chain(read -> read.restore()
                        .map(id -> Uni.createFrom().item(id))
                        .orElseGet(() -> control.holder(read.target().orElseThrow()))
                        .chain(id -> control.operate(asked.operation(), id, asked.by(), read.reason())))
                .map(id -> List.of(new Errand(id, Hint.operator())))
                .onFailure(Refused.class)
                .recoverWithUni(refused -> refuse(asked.detail(), asked.key(), refused.failure()));
    }

    Uni<List<Errand>> wokenUp(Signal.WokenUp wakeUp) {
        return one(new Errand(wakeUp.restore(), Hint.wakeUp(wakeUp.chain())));
    }

    Uni<List<Errand>> reported(JobReport report) {
        return one(new Errand(report.job().restore(), Hint.report(report)));
    }

    Uni<List<Errand>> unreadable(Signal.Unreadable unreadable) {
        Failure failure = new Failure(
                FailureCode.INVALID_REQUEST,
                "Message " + unreadable.messageId() + " cannot be read: " + unreadable.reason() + ".");
        return tell(Announcement.refused(unreadable.messageId(), "", "", failure), failure);
    }

    private Uni<List<Errand>> refuse(JsonNode asked, String key, Failure failure) {
        String target = asked.path("target").asText("");
        String profile = asked.path("profile").asText(RestoreRequest.DEFAULT_PROFILE);
        return tell(Announcement.refused(key, target, profile, failure), failure);
    }

    /** For instance a profile that cannot be read: the message would fail for ever. */
    private static boolean isFinal(Throwable failure) {
        return failure instanceof CallFailed && ((CallFailed) failure).kind() == CallFailed.Kind.FATAL;
    }

    private Uni<List<Errand>> tell(Announcement refusal, Failure failure) {
        LOG.warnf("refused target=%s %s", refusal.target(), failure.words());
        return announcer.announce(refusal).replaceWith(List.of());
    }

    private static Uni<List<Errand>> one(Errand errand) {
        return Uni.createFrom().item(List.of(errand));
    }
}
