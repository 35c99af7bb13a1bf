package io.aurorarestore.lambda;

import io.aurorarestore.engine.Trigger;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.port.Restores;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Finds the restores that a signal concerns. */
@ApplicationScoped
class MessageRouter {

    private final Restores restores;
    private final RequestProcessor requests;
    private final SnapshotTriggers reactions;

    MessageRouter(Restores restores, RequestProcessor requests, SnapshotTriggers reactions) {
        this.restores = restores;
        this.requests = requests;
        this.reactions = reactions;
    }

    RequestProcessor requests() {
        return requests;
    }

    /** A new automated snapshot may start restores: it is nobody's, so this comes before the search for owners. */
    Uni<List<ReconcileTask>> happened(RdsEvent event) {
        return reactions.to(event).chain(begun -> concerned(event).map(ids -> all(begun, ids, event)));
    }

    private static List<ReconcileTask> all(List<ReconcileTask> begun, List<RestoreId> ids, RdsEvent event) {
        Stream<ReconcileTask> concerned =
                ids.stream().map(id -> new ReconcileTask(id, Trigger.event(event.description())));
        return Stream.concat(begun.stream(), concerned).toList();
    }

    private Uni<List<RestoreId>> concerned(RdsEvent event) {
        Uni<List<RestoreId>> found = Uni.createFrom().item(List.of());
        for (String arn : event.arns()) {
            found = found.chain(some -> some.isEmpty()
                    ? restores.interestedIn(arn)
                    : Uni.createFrom().item(some));
        }
        return found;
    }

    Uni<List<ReconcileTask>> wokenUp(InboxMessage.WokenUp wakeUp) {
        return one(new ReconcileTask(wakeUp.restore(), Trigger.wakeUp(wakeUp.chain())));
    }

    Uni<List<ReconcileTask>> reported(DatabaseJob job) {
        return of(job, Trigger.report());
    }

    Uni<List<ReconcileTask>> dead(DatabaseJob job) {
        return of(job, Trigger.deadJob(job));
    }

    /** Only a job of the pre-flight may be a dry run's. */
    private Uni<List<ReconcileTask>> of(DatabaseJob job, Trigger trigger) {
        Uni<List<ReconcileTask>> restore = one(new ReconcileTask(job.restore(), trigger));
        return job.step() == StepName.PREFLIGHT
                ? requests.dryRun(job.restore())
                        .chain(found -> found ? Uni.createFrom().item(List.of()) : restore)
                : restore;
    }

    private static Uni<List<ReconcileTask>> one(ReconcileTask errand) {
        return Uni.createFrom().item(List.of(errand));
    }
}
