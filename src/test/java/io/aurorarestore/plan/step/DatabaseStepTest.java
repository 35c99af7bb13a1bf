package io.aurorarestore.plan.step;

import static io.aurorarestore.engine.DecisionAssert.assertDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.command.RunDatabaseJob;
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
import java.time.Duration;
import java.util.List;
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
    void a_job_that_takes_seconds_is_sent_again_soon_and_one_that_may_take_long_when_its_invocation_is_over() {
        Observed later = Observed.nothing(TestData.NOW.plus(Duration.ofMinutes(3)), Optional.empty());

        assertDecision(new VerifyEndpoint(), sent(new VerifyEndpoint()), later).acts(RunDatabaseJob.class);
        assertDecision(new ConfigureDatabase(), sent(new ConfigureDatabase()), later)
                .waitsFor("report");
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
        JobReport report = JobReport.done(job(step, 1), "well", List.of("CERTIFICATE_STALE: renew it"));

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
