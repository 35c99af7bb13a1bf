package io.aurorarestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.Database;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseJobRunnerTest {

    private static final Instant ENDS = TestData.NOW.plusSeconds(60);

    private final Restore dryRun = TestData.restore(StepName.PREFLIGHT);
    private final InMemoryDryRuns dryRuns = new InMemoryDryRuns();
    private final InMemoryJobResults results = new InMemoryJobResults();
    private final List<String> done = new ArrayList<>();
    private final List<DatabaseJob> told = new ArrayList<>();
    private final DatabaseJobRunner work = new DatabaseJobRunner(
            new InMemoryRestores(TestData.HOME),
            dryRuns,
            database(),
            results,
            (job, delay) -> Uni.createFrom().voidItem().invoke(() -> told.add(job)),
            Clock.fixed(TestData.NOW, ZoneOffset.UTC));

    @Test
    void the_secrets_of_a_dry_run_are_read() {
        dryRuns.keep(dryRun).await().indefinitely();
        DatabaseJob job = DatabaseJob.of(dryRun);

        work.run(job, ENDS).await().indefinitely();

        assertThat(done).containsExactly("readSecrets");
        assertThat(told).containsExactly(job);
        assertThat(results.of(job).await().indefinitely()).contains(JobReport.done(job, "readSecrets"));
    }

    @Test
    void nothing_else_is_done_for_a_dry_run_and_nothing_for_one_that_there_is_not() {
        work.run(DatabaseJob.of(dryRun), ENDS).await().indefinitely();
        dryRuns.keep(dryRun).await().indefinitely();
        for (StepName step : StepName.values()) {
            if (step != StepName.PREFLIGHT) {
                work.run(new DatabaseJob(dryRun.id(), step, 1, 1), ENDS).await().indefinitely();
            }
        }

        assertThat(done).isEmpty();
        assertThat(told).isEmpty();
    }

    private Database database() {
        return (Database) Proxy.newProxyInstance(
                Database.class.getClassLoader(), new Class<?>[] {Database.class}, (proxy, method, arguments) -> {
                    done.add(method.getName());
                    return Uni.createFrom().item(method.getName());
                });
    }
}
