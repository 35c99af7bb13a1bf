package io.aurorarestore.inbound;

import io.aurorarestore.port.Announcer;
import io.aurorarestore.port.Refusals;
import io.aurorarestore.port.Workflows;
import io.aurorarestore.restore.Announcement;
import io.aurorarestore.restore.Failure;
import io.aurorarestore.restore.Refusal;
import io.aurorarestore.restore.Sensitive;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Refuses: what was refused once stays so under its key, and is told once for each time it is sent. */
@ApplicationScoped
class RefusalDesk {

    private static final Logger LOG = Logger.getLogger(RefusalDesk.class);

    private final Refusals refusals;
    private final Announcer announcer;
    private final Workflows workflows;
    private final Clock clock;

    RefusalDesk(Refusals refusals, Announcer announcer, Workflows workflows, Clock clock) {
        this.refusals = refusals;
        this.announcer = announcer;
        this.workflows = workflows;
        this.clock = clock;
    }

    Uni<List<Errand>> refuse(Asked asked, Failure failure) {
        return refuse(asked, asked.refused(failure, clock.instant()));
    }

    /** What cannot be read is kept, to be looked at and perhaps sent again. */
    Uni<List<Errand>> park(Asked nothing, Failure failure, Sensitive body) {
        return refuse(nothing, nothing.refused(failure, clock.instant()).keeping(body));
    }

    private Uni<List<Errand>> refuse(Asked asked, Refusal refusal) {
        return refusals.remember(refusal)
                .chain(standing -> standing.settles(refusal)
                        ? Uni.createFrom().voidItem()
                        : tell(
                                refusal,
                                standing.refusal().answerTo(refusal),
                                asked.sender().taskToken()))
                .replaceWith(List.of());
    }

    private Uni<Void> tell(Refusal refusal, Failure failure, Optional<Sensitive> taskToken) {
        LOG.warnf("refused target=%s by=\"%s\" %s", refusal.target(), refusal.by(), failure.words());
        Announcement answer = Announcement.refused(refusal.key(), refusal.target(), refusal.profile(), failure);
        Uni<Void> told = announcer.announce(answer);
        return taskToken
                .map(token -> told.chain(() -> workflows.end(token, answer)))
                .orElse(told)
                .chain(() -> refusals.told(refusal));
    }
}
