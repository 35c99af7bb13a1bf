package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.RunDatabaseJob;
import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.DecisionAssert;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.ObservedBuilder;
import io.aurorarestore.engine.Step;
import io.aurorarestore.engine.TestData;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.ScriptProgress;
import io.aurorarestore.model.settings.ClusterSettings;
import io.aurorarestore.model.settings.DatabaseSettings;
import io.aurorarestore.model.settings.Script;
import io.aurorarestore.model.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseStepTest {

    static Stream<Step> steps() {
        return Stream.of(new ConfigureDatabase(), new VerifyRestore(), new VerifyEndpoint());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void the_job_is_sent(Step step) {
        RunDatabaseJob command =
                assertDecision(step, at(step), ObservedBuilder.nothing()).acts(RunDatabaseJob.class);

        assertThat(command.job()).isEqualTo(job(step, 1));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void its_report_is_waited_for(Step step) {
        assertDecision(step, sent(step), ObservedBuilder.nothing()).waitsFor("report");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void without_a_report_it_is_sent_again(Step step) {
        Observed later = Observed.nothing(TestData.NOW.plus(Duration.ofMinutes(18)), Optional.empty());

        assertDecision(step, sent(step), later).acts(RunDatabaseJob.class);
    }

    @Test
    void a_job_of_which_nothing_is_heard_is_sent_again_soon_but_checks_when_their_invocation_is_over() {
        Observed later = Observed.nothing(TestData.NOW.plus(Duration.ofMinutes(3)), Optional.empty());

        assertDecision(new VerifyEndpoint(), sent(new VerifyEndpoint()), later).acts(RunDatabaseJob.class);
        assertDecision(new ConfigureDatabase(), sent(new ConfigureDatabase()), later)
                .acts(RunDatabaseJob.class);
        assertDecision(new VerifyRestore(), sent(new VerifyRestore()), later).waitsFor("report");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void its_report_ends_the_step(Step step) {
        assertDecision(step, sent(step), ObservedBuilder.report(JobReport.done(job(step, 1), "well")))
                .isDone();
    }

    @Test
    void what_the_report_of_the_endpoint_warns_of_the_restores_end_says() {
        Step step = new VerifyEndpoint();
        JobReport report =
                JobReport.done(job(step, 1), "well", List.of("CERTIFICATE_STALE: renew it"), Optional.empty());

        Restore after =
                assertDecision(step, sent(step), ObservedBuilder.report(report)).isDone();

        assertThat(after.outcome().warnings()).containsExactly("CERTIFICATE_STALE: renew it");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_report_of_an_earlier_try_is_not_its_own(Step step) {
        assertDecision(step, sent(step), ObservedBuilder.report(JobReport.done(job(step, 0), "well")))
                .waitsFor("report");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void not_yet_sends_it_again_later(Step step) {
        Restore after = assertDecision(
                        step, sent(step), ObservedBuilder.report(JobReport.notYet(job(step, 1), "refused")))
                .waitsFor("refused");

        assertDecision(step, after, ObservedBuilder.nothing()).acts(RunDatabaseJob.class);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void that_an_earlier_run_was_done_is_believed(Step step) {
        Restore next = assertDecision(
                        step, sent(step), ObservedBuilder.report(JobReport.notYet(job(step, 1), "refused")))
                .waitsFor("refused");

        assertThat(step.describe(next)).isNotEmpty();
        assertDecision(step, next, ObservedBuilder.report(JobReport.done(job(step, 1), "well")))
                .isDone();
        assertDecision(step, next, ObservedBuilder.report(JobReport.notYet(job(step, 1), "refused")))
                .acts(RunDatabaseJob.class);
    }

    @Test
    void a_job_that_ran_out_of_time_goes_on_at_once_and_once_only() {
        Step step = new ConfigureDatabase();
        JobReport report = JobReport.continues(job(step, 1), progress(2, TestData.NOW));
        DecisionAssert decided = assertDecision(step, sent(step), ObservedBuilder.report(report));

        assertThat(decided.acts(RunDatabaseJob.class).job())
                .isEqualTo(job(step, 1).next());
        Restore next = ((Decision.Act) decided.decision()).learned().apply(sent(step));
        assertThat(DatabaseJob.of(next)).isEqualTo(job(step, 1).next());
        assertThat(next.progress().work()).contains(progress(2, TestData.NOW));
        assertDecision(step, TestData.acted(next, RunDatabaseJob.KEY), ObservedBuilder.report(report))
                .waitsFor("report");
    }

    @Test
    void how_far_it_is_is_noted_at_most_once_a_minute() {
        Step step = new ConfigureDatabase();
        Restore noted = running(step, sent(step), 1, TestData.NOW);

        assertThat(noted.progress().work()).contains(progress(1, TestData.NOW));
        assertThat(running(step, noted, 2, TestData.NOW.plusSeconds(59))).isEqualTo(noted);
        assertThat(running(step, noted, 3, TestData.NOW.plusSeconds(60))
                        .progress()
                        .work())
                .contains(progress(3, TestData.NOW.plusSeconds(60)));
    }

    @Test
    void what_is_heard_of_is_not_sent_again_and_what_is_not_is() {
        Step step = new ConfigureDatabase();
        Instant heard = TestData.NOW.plus(Duration.ofMinutes(12));
        JobReport report = JobReport.running(job(step, 1), progress(1, heard));

        assertDecision(step, sent(step), later(28, report)).waitsFor("script mask (1 of 1), 10 row(s) in 1 round(s)");
        assertDecision(step, sent(step), later(29, report)).acts(RunDatabaseJob.class);
    }

    @Test
    void the_time_of_a_step_follows_from_its_scripts_and_from_when_they_were_last_heard_of() {
        Step step = new ConfigureDatabase();
        Restore without = with();
        Restore with = with(new Script("a", "a"), new Script("b", "b"));

        assertThat(step.deadline(without)).isEqualTo(Duration.ofMinutes(30));
        assertThat(step.deadline(with)).isEqualTo(Duration.ofMinutes(45));
        assertThat(step.deadline(working(with, Duration.ofHours(3)))).isEqualTo(Duration.ofMinutes(3 * 60 + 45));
        assertThat(step.deadline(working(with, Duration.ofHours(4)))).isEqualTo(Duration.ofMinutes(4 * 60 + 30));
    }

    private static Restore with(Script... scripts) {
        DatabaseSettings database = new DatabaseSettings(
                "orders", List.of(), List.of(), List.of(), Optional.empty(), List.of(scripts), List.of());
        return TestData.restore(
                StepName.CONFIGURE_DATABASE,
                new Settings(List.of("orders-*"), ClusterSettings.NONE, Map.of(), database, Map.of()));
    }

    private static Restore working(Restore restore, Duration since) {
        return restore.with(restore.progress()
                .working(progress(1, restore.progress().since().plus(since))));
    }

    private static Observed later(int minutes, JobReport report) {
        return Observed.nothing(TestData.NOW.plus(Duration.ofMinutes(minutes)), Optional.empty())
                .withReport(Optional.of(report));
    }

    private static Restore running(Step step, Restore restore, int rounds, Instant at) {
        return assertDecision(
                        step, restore, ObservedBuilder.report(JobReport.running(job(step, 1), progress(rounds, at))))
                .waitsFor("script mask (1 of 1), " + rounds * 10 + " row(s) in " + rounds + " round(s)");
    }

    private static ScriptProgress progress(int rounds, Instant at) {
        return new ScriptProgress("mask", 1, 1, rounds, rounds * 10L, at);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void its_failure_is_the_restores(Step step) {
        Failure failure = new Failure(FailureCode.DATABASE_FAILED, "no such schema");

        assertDecision(step, sent(step), ObservedBuilder.report(JobReport.failed(job(step, 1), failure)))
                .failsWith(FailureCode.DATABASE_FAILED);
    }

    private static Restore at(Step step) {
        return TestData.staged(step.name());
    }

    private static Restore sent(Step step) {
        return TestData.acted(at(step), RunDatabaseJob.KEY);
    }

    private static DatabaseJob job(Step step, int attempt) {
        StepName name = step.name();
        return new DatabaseJob(TestData.ID, name, attempt, 1);
    }
}
