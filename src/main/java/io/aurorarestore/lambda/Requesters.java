package io.aurorarestore.lambda;

import io.aurorarestore.model.request.Sender;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.port.Announcer;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Workflows;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Sends the answer to a request to the subscribers, and to the workflow that sent it. Each is told for itself. */
@ApplicationScoped
class Requesters {

    private static final Logger LOG = Logger.getLogger(Requesters.class);

    private final Announcer announcer;
    private final Workflows workflows;

    Requesters(Announcer announcer, Workflows workflows) {
        this.announcer = announcer;
        this.workflows = workflows;
    }

    /** Fails, once both were tried, where the subscribers could not be told, or the workflow could be told later. */
    Uni<Void> tell(Announcement answer, Sender sender) {
        return workflow(answer, sender)
                .onItemOrFailure()
                .transformToUni((told, failure) -> announcer
                        .announce(answer)
                        .chain(() -> failure == null
                                ? Uni.createFrom().voidItem()
                                : Uni.createFrom().failure(failure)));
    }

    private Uni<Void> workflow(Announcement answer, Sender sender) {
        return sender.taskToken()
                .map(token -> workflows
                        .end(token, answer)
                        .onFailure(CallFailedException.as(CallFailedException.Kind.FATAL))
                        .recoverWithUni(failure -> {
                            LOG.errorf("a waiting workflow cannot be told of %s: %s", answer.status(), failure);
                            return Uni.createFrom().voidItem();
                        }))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
