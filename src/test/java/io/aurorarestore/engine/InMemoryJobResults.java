package io.aurorarestore.engine;

import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.port.JobResults;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Results of jobs with the condition of the DynamoDB store. */
public final class InMemoryJobResults implements JobResults {

    private final Map<DatabaseJob, JobReport> results = new HashMap<>();

    @Override
    public Uni<Void> write(JobReport report) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> results.merge(
                        attempt(report.job()), report, (earlier, later) -> later.replaces(earlier) ? later : earlier));
    }

    private static DatabaseJob attempt(DatabaseJob job) {
        return new DatabaseJob(job.restore(), job.step(), job.attempt(), 0);
    }

    @Override
    public Uni<Optional<JobReport>> of(DatabaseJob job) {
        return Uni.createFrom().item(() -> Optional.ofNullable(results.get(attempt(job))));
    }
}
