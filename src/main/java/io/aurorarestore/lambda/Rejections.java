package io.aurorarestore.lambda;

import io.aurorarestore.app.metrics.Metrics;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.request.Sender;
import io.aurorarestore.model.restore.RejectedRequest;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.port.RejectedRequests;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Rejects requests that came by events: what was refused once stays so under its key, and is told once for each time
 * it is sent.
 */
@ApplicationScoped
class Rejections {

    private static final Logger LOG = Logger.getLogger(Rejections.class);

    private final RejectedRequests rejectedRequests;
    private final Requesters requesters;
    private final Clock clock;
    private final Metrics metrics;

    Rejections(RejectedRequests rejectedRequests, Requesters requesters, Clock clock, Metrics metrics) {
        this.rejectedRequests = rejectedRequests;
        this.requesters = requesters;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Why the request's key was refused before, if it was. */
    Uni<Optional<Failure>> standing(ReceivedRequest asked) {
        return rejectedRequests
                .standing(asked.sender().key())
                .map(found -> found.map(standing -> standing.refusal().failure()));
    }

    Uni<List<ReconcileTask>> refuse(ReceivedRequest asked, Failure failure) {
        return refuse(asked, asked.refused(failure, clock.instant()));
    }

    /** What cannot be read is kept, to be looked at and perhaps sent again. */
    Uni<List<ReconcileTask>> park(ReceivedRequest nothing, Failure failure, Sensitive body) {
        return refuse(nothing, nothing.refused(failure, clock.instant()).keeping(body));
    }

    private Uni<List<ReconcileTask>> refuse(ReceivedRequest asked, RejectedRequest refusal) {
        return rejectedRequests
                .remember(refusal)
                .chain(standing -> standing.settles(refusal)
                        ? Uni.createFrom().voidItem()
                        : again(standing, refusal).chain(answer -> tell(answer, asked.sender())))
                .replaceWith(List.of());
    }

    /** The answer to this one; what does not stand itself is audited for itself. */
    private Uni<RejectedRequest> again(RejectedRequests.Standing standing, RejectedRequest refusal) {
        RejectedRequest answer = refusal.because(standing.refusal().answerTo(refusal));
        return standing.refusal().equals(refusal)
                ? Uni.createFrom().item(answer)
                : rejectedRequests.note(answer).replaceWith(answer);
    }

    private Uni<Void> tell(RejectedRequest answer, Sender sender) {
        LOG.warnf(
                "refused key=%s by=\"%s\" %s",
                RestoreId.of(answer.key()), answer.by(), answer.failure().code());
        metrics.refused(answer.failure());
        return requesters.tell(Announcement.refused(answer), sender).chain(() -> rejectedRequests.told(answer));
    }
}
