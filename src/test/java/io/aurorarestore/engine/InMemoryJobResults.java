package io.aurorarestore.engine;

import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.port.JobResults;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Results of jobs with the condition of the DynamoDB store: what was done or has failed stays so. */
public final class InMemoryJobResults implements JobResults {

    private final Map<DatabaseJob, JobReport> results = new HashMap<>();

    @Override
    public Uni<Void> write(JobReport report) {
        return Uni.createFrom().voidItem().invoke(() -> results.merge(report.job(), report, InMemoryJobResults::later));
    }

    private static JobReport later(JobReport earlier, JobReport report) {
        return earlier.outcome() == JobReport.Outcome.NOT_YET ? report : earlier;
    }

    @Override
    public Uni<Optional<JobReport>> of(DatabaseJob job) {
        return Uni.createFrom().item(() -> Optional.ofNullable(results.get(job)));
    }
}
