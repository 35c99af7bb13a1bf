package io.aurorarestore.lambda;

import io.aurorarestore.app.metrics.Metrics;
import io.aurorarestore.engine.Trigger;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Routes a message of the inbox: does what it asks for, and finds the restores that it concerns. */
@ApplicationScoped
class MessageRouter {

    private final Restores restores;
    private final RequestProcessor requests;
    private final SnapshotTriggers snapshotTriggers;
    private final HookAnswerProcessor hookAnswers;
    private final Metrics metrics;

    MessageRouter(
            Restores restores,
            RequestProcessor requests,
            SnapshotTriggers snapshotTriggers,
            HookAnswerProcessor hookAnswers,
            Metrics metrics) {
        this.restores = restores;
        this.requests = requests;
        this.snapshotTriggers = snapshotTriggers;
        this.hookAnswers = hookAnswers;
        this.metrics = metrics;
    }

    /** What {@link #route} has to know of all that came with a message. */
    EventBatch events(List<Uni<InboxMessage>> messages) {
        return EventBatch.of(restores, messages);
    }

    /** The restores to look at because of a message; fails where it has to come again. */
    Uni<List<ReconcileTask>> route(InboxMessage message, EventBatch events) {
        if (message instanceof InboxMessage.Happened happened) {
            return happened(happened.event(), events);
        }
        if (message instanceof InboxMessage.WokenUp wakeUp) {
            return one(new ReconcileTask(wakeUp.restore(), Trigger.wakeUp(wakeUp.chain())));
        }
        if (message instanceof InboxMessage.Requested requested) {
            return requests.open(requested.request());
        }
        if (message instanceof InboxMessage.Operated operated) {
            return requests.operate(operated.request(), operated.operation());
        }
        if (message instanceof InboxMessage.Answered answered) {
            return hookAnswers.answer(answered);
        }
        if (message instanceof InboxMessage.Reported reported) {
            return of(reported.job(), Trigger.report());
        }
        if (message instanceof InboxMessage.Dead dead) {
            return of(dead.job(), Trigger.deadJob(dead.job()));
        }
        return requests.unreadable((InboxMessage.Unreadable) message);
    }

    /** A new automated snapshot may start restores: it is nobody's, so this comes before the search for owners. */
    private Uni<List<ReconcileTask>> happened(RdsEvent event, EventBatch events) {
        return snapshotTriggers
                .to(event)
                .chain(begun -> events.tasks(event)
                        .invoke(concerned -> count(event, concerned))
                        .map(concerned -> Stream.concat(begun.stream(), concerned.stream())
                                .toList()));
    }

    private void count(RdsEvent event, List<ReconcileTask> concerned) {
        if (!concerned.isEmpty()) {
            event.at().ifPresent(metrics::reacted);
        }
    }

    /** Only a job of the pre-flight may be a dry run's. */
    private Uni<List<ReconcileTask>> of(DatabaseJob job, Trigger trigger) {
        Uni<List<ReconcileTask>> restore = one(new ReconcileTask(job.restore(), trigger));
        return job.step() == StepName.PREFLIGHT
                ? requests.dryRun(job.restore())
                        .chain(found -> found ? Uni.createFrom().item(List.of()) : restore)
                : restore;
    }

    private static Uni<List<ReconcileTask>> one(ReconcileTask task) {
        return Uni.createFrom().item(List.of(task));
    }
}
