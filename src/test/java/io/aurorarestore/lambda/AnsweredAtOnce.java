package io.aurorarestore.lambda;

import io.aurorarestore.engine.DryRunInEmptyAccount;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.port.JobReports;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** The database function does its part of a dry run before anybody waits for it. */
final class AnsweredAtOnce implements JobReports {

    private final DryRunInEmptyAccount rehearsal;
    private RequestProcessor requests;

    AnsweredAtOnce(DryRunInEmptyAccount rehearsal) {
        this.rehearsal = rehearsal;
    }

    RequestProcessor to(RequestProcessor theirs) {
        requests = theirs;
        return theirs;
    }

    @Override
    public Uni<Void> tell(DatabaseJob job, Duration delay) {
        rehearsal.answer();
        return requests.dryRun(job.restore()).replaceWithVoid();
    }
}
