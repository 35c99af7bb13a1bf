package io.aurorarestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.ScriptProgress;
import io.aurorarestore.model.settings.Hook;
import io.aurorarestore.port.Database;
import io.aurorarestore.port.JobResults;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DatabaseJobRunnerTest {

    private static final Instant ENDS = TestData.NOW.plusSeconds(60);

    private final AtomicReference<Instant> now = new AtomicReference<>(TestData.NOW);
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    };
    private final Restore dryRun = TestData.restore(StepName.PREFLIGHT);
    private final InMemoryDryRuns dryRuns = new InMemoryDryRuns();
    private final InMemoryJobResults results = new InMemoryJobResults();
    private final List<String> done = new ArrayList<>();
    private final List<DatabaseJob> told = new ArrayList<>();
    private final List<Integer> rounds = new ArrayList<>();
    private final TransitionLog log = new TransitionLog() {
        @Override
        public void committed(AuditEntry entry) {}

        @Override
        public void databaseRounds(RestoreId restore, int begun) {
            rounds.add(begun);
        }
    };
    private final DatabaseJobRunner work = new DatabaseJobRunner(
            new InMemoryRestores(TestData.HOME),
            dryRuns,
            database(),
            results,
            (job, delay) -> Uni.createFrom().voidItem().invoke(() -> told.add(job)),
            clock,
            log);

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

    @Test
    void how_far_it_is_is_told_once_a_minute_and_where_it_stopped_in_the_end() {
        InMemoryRestores restores = new InMemoryRestores(TestData.HOME);
        Restore restore = TestData.restore(StepName.CONFIGURE_DATABASE);
        restores.open(restore, entry(restore)).await().indefinitely();
        DatabaseJob job = DatabaseJob.of(restore);
        List<JobReport> written = new ArrayList<>();

        runner(restores, scripts(0, 30, 59, 60, 119, 125), written)
                .run(job, ENDS)
                .await()
                .indefinitely();

        assertThat(written)
                .containsExactly(
                        JobReport.running(job, progress(0)),
                        JobReport.running(job, progress(60)),
                        JobReport.running(job, progress(125)),
                        JobReport.continues(job, progress(125)));
        assertThat(told).hasSize(4).containsOnly(job);
        assertThat(rounds).containsExactly(6);
    }

    @Test
    void it_verifies_together_with_configuring_where_no_hook_comes_in_between() {
        Hook mask = new Hook("mask", Hook.Place.AFTER, StepName.CONFIGURE_DATABASE, Duration.ofHours(1), true);
        Hook smoke = new Hook("smoke", Hook.Place.AFTER, StepName.VERIFY_RESTORE, Duration.ofHours(1), true);

        assertThat(configuringBy(List.of())).containsExactly("configureAndVerify");
        assertThat(configuringBy(List.of(smoke))).containsExactly("configureAndVerify");
        assertThat(configuringBy(List.of(smoke, mask))).containsExactly("configure");
    }

    private List<String> configuringBy(List<Hook> hooks) {
        InMemoryRestores restores = new InMemoryRestores(TestData.HOME);
        Restore restore = TestData.restore(StepName.CONFIGURE_DATABASE, TestData.settings(hooks));
        restores.open(restore, entry(restore)).await().indefinitely();
        done.clear();
        runner(restores, database(), new ArrayList<>())
                .run(DatabaseJob.of(restore), ENDS)
                .await()
                .indefinitely();
        return List.copyOf(done);
    }

    private DatabaseJobRunner runner(InMemoryRestores restores, Database scripts, List<JobReport> written) {
        JobResults kept = new JobResults() {
            @Override
            public Uni<Void> write(JobReport report) {
                return Uni.createFrom().voidItem().invoke(() -> written.add(report));
            }

            @Override
            public Uni<Optional<JobReport>> of(DatabaseJob asked) {
                return Uni.createFrom().item(Optional.empty());
            }
        };
        return new DatabaseJobRunner(
                restores,
                dryRuns,
                scripts,
                kept,
                (job, delay) -> Uni.createFrom().voidItem().invoke(() -> told.add(job)),
                clock,
                log);
    }

    /** Tells of itself at those seconds, and stops. */
    private Database scripts(int... seconds) {
        return (Database) Proxy.newProxyInstance(
                Database.class.getClassLoader(), new Class<?>[] {Database.class}, (proxy, method, arguments) -> {
                    Uni<Void> all = Uni.createFrom().voidItem();
                    for (int second : seconds) {
                        all = all.invoke(() -> now.set(TestData.NOW.plusSeconds(second)))
                                .chain(() -> ((Database.ProgressListener) arguments[2]).heard(progress(second)));
                    }
                    return all.replaceWith(Database.Report.stopped(progress(seconds[seconds.length - 1])));
                });
    }

    private static AuditEntry entry(Restore restore) {
        return new AuditEntry(restore.id(), 1, TestData.NOW, restore.step(), "opened", "", "a test", "a test");
    }

    private static ScriptProgress progress(int second) {
        return new ScriptProgress("mask", 1, 1, second, second, TestData.NOW.plusSeconds(second));
    }

    private Database database() {
        return (Database) Proxy.newProxyInstance(
                Database.class.getClassLoader(), new Class<?>[] {Database.class}, (proxy, method, arguments) -> {
                    done.add(method.getName());
                    return Uni.createFrom()
                            .item(
                                    method.getName().startsWith("configure")
                                            ? new Database.Report(method.getName(), List.of())
                                            : method.getName());
                });
    }
}
