package io.aurorarestore.lambda;

import io.aurorarestore.engine.Hint;
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
class Switchboard {

    private final Restores restores;
    private final Requests requests;
    private final Reactions reactions;

    Switchboard(Restores restores, Requests requests, Reactions reactions) {
        this.restores = restores;
        this.requests = requests;
        this.reactions = reactions;
    }

    Requests requests() {
        return requests;
    }

    /** A new automated snapshot may start restores: it is nobody's, so this comes before the search for owners. */
    Uni<List<Errand>> happened(RdsEvent event) {
        return reactions.to(event).chain(begun -> concerned(event).map(ids -> all(begun, ids, event)));
    }

    private static List<Errand> all(List<Errand> begun, List<RestoreId> ids, RdsEvent event) {
        Stream<Errand> concerned = ids.stream().map(id -> new Errand(id, Hint.event(event.words())));
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

    Uni<List<Errand>> wokenUp(Signal.WokenUp wakeUp) {
        return one(new Errand(wakeUp.restore(), Hint.wakeUp(wakeUp.chain())));
    }

    Uni<List<Errand>> reported(DatabaseJob job) {
        return of(job, Hint.report());
    }

    Uni<List<Errand>> dead(DatabaseJob job) {
        return of(job, Hint.deadJob(job));
    }

    /** Only a job of the pre-flight may be a dry run's. */
    private Uni<List<Errand>> of(DatabaseJob job, Hint hint) {
        Uni<List<Errand>> restore = one(new Errand(job.restore(), hint));
        return job.step() == StepName.PREFLIGHT
                ? requests.dryRun(job.restore())
                        .chain(found -> found ? Uni.createFrom().item(List.of()) : restore)
                : restore;
    }

    private static Uni<List<Errand>> one(Errand errand) {
        return Uni.createFrom().item(List.of(errand));
    }
}
