package io.aurorarestore.intake;

import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.request.Sender;
import io.aurorarestore.model.restore.Audience;
import io.aurorarestore.model.restore.AuditAction;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.DryRunReport;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.Progress;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.port.DryRuns;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Examines what a restore would do and what would be in its way, as its pre-flight would, and changes nothing. The
 * secrets are read by the database function, which alone may: its part is asked for first, the rest is examined when
 * the plan is wanted.
 */
public final class DryRun {

    /** So long the database function has for its part: then the plan says that it did not answer. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Intake intake;
    private final Ports ports;
    private final DryRuns dryRuns;
    private final PlanExamination examination;
    private final Clock clock;

    public DryRun(Intake intake, Ports ports, DryRuns dryRuns, StepSequence plan, Clock clock) {
        this.intake = intake;
        this.ports = ports;
        this.dryRuns = dryRuns;
        this.examination = new PlanExamination(ports, plan, clock);
        this.clock = clock;
    }

    /**
     * Begins a dry run. Each delivery of a request is one of its own, whatever came under its key before: what was in the
     * way may be mended since.
     *
     * @param awaiting who has to be told what it finds
     * @return the dry run; fails with {@link RequestRejectedException} where the request is not even accepted
     */
    public Uni<Restore> begin(RestoreRequest request, Sender sender, String delivery, Set<Audience> awaiting) {
        String key = "dry run of " + sender.key() + ", delivery " + delivery;
        return intake.admit(request, new Sender(key, sender.by(), sender.taskToken()))
                .map(restore -> restore.with(restore.outbox().to(awaiting)))
                .map(restore -> restore.with(
                        Progress.begin(StepName.PREFLIGHT, restore.accepted().openedAt())))
                .call(dryRuns::keep)
                .call(restore -> ports.databaseJobs().send(DatabaseJob.of(restore)));
    }

    public Uni<Optional<Restore>> find(RestoreId id) {
        return dryRuns.find(id);
    }

    /** Those who had to be told were told. */
    public Uni<Void> told(Restore restore) {
        return dryRuns.keep(restore.with(restore.outbox().told(Set.of(Audience.values()))));
    }

    /** The plan, as things stand now; none as long as the database function's part is to come. */
    public Uni<Optional<DryRunReport>> plan(Restore restore) {
        return ports.jobResults()
                .of(DatabaseJob.of(restore))
                .chain(part -> part.isEmpty() && mayComeStill(restore)
                        ? Uni.createFrom().item(Optional.empty())
                        : whole(restore, part).map(Optional::of));
    }

    private boolean mayComeStill(Restore restore) {
        return clock.instant().isBefore(restore.accepted().openedAt().plus(PATIENCE));
    }

    private Uni<DryRunReport> whole(Restore restore, Optional<JobReport> part) {
        return examination
                .of(restore)
                .map(report -> part.map(done -> with(done, report)).orElseGet(() -> report.also(noAnswer())))
                .chain(report -> unlessBusy(restore, report))
                .call(report -> ports.restores().note(audit(restore, report)));
    }

    private static DryRunReport with(JobReport part, DryRunReport report) {
        return switch (part.outcome()) {
            case DONE -> report;
            case NOT_YET, RUNNING, CONTINUES -> report.warning(DryRunReport.WOULD_WAIT + part.detail());
            case FAILED -> part.failure().map(report::also).orElseThrow();
        };
    }

    private static Failure noAnswer() {
        return new Failure(
                FailureCode.TIMED_OUT,
                "The database function did not answer within " + PATIENCE.toMinutes()
                        + " minutes: whether the secrets of the profile's users can be read is not known. Its log, or the"
                        + " dead letters of its queue, say why.");
    }

    private Uni<DryRunReport> unlessBusy(Restore restore, DryRunReport report) {
        return ports.restores()
                .holder(restore.target())
                .map(found -> found.map(holder -> report.also(Intake.busy(restore.target(), holder)))
                        .orElse(report));
    }

    private AuditEntry audit(Restore restore, DryRunReport report) {
        return new AuditEntry(
                restore.id(),
                1,
                clock.instant(),
                restore.step(),
                AuditAction.DRY_RUN.code(),
                report.problems().isEmpty()
                        ? "nothing is in the way"
                        : report.problems().size() + " problem(s)",
                "request",
                restore.accepted().by());
    }
}
