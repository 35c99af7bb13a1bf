package io.aurorarestore.intake;

import io.aurorarestore.engine.Decision;
import io.aurorarestore.engine.Describe;
import io.aurorarestore.engine.Observed;
import io.aurorarestore.engine.Step;
import io.aurorarestore.engine.StepSequence;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.aws.RestoreSource;
import io.aurorarestore.model.restore.DryRunReport;
import io.aurorarestore.model.restore.DryRunReport.StepPlan;
import io.aurorarestore.model.restore.Recovery;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.plan.step.Preflight;
import io.aurorarestore.plan.step.PreflightChecks;
import io.aurorarestore.plan.step.RenameWarnings;
import io.aurorarestore.plan.step.SourceWarnings;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Ports;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Describes all that a restore would meet, but for what the database function alone may read, and reports it. Changes
 * nothing.
 */
final class PlanExamination {

    private final Ports ports;
    private final StepSequence plan;
    private final Clock clock;

    PlanExamination(Ports ports, StepSequence plan, Clock clock) {
        this.ports = ports;
        this.plan = plan;
        this.clock = clock;
    }

    /** A call that fails is a problem, too. */
    Uni<DryRunReport> of(Restore restore) {
        return examine(restore)
                .onFailure(CallFailedException.class)
                .recoverWithItem(failed -> problem(restore, failed.failure()));
    }

    private Uni<DryRunReport> examine(Restore restore) {
        Step locate = plan.step(StepName.LOCATE_SOURCE);
        return observe(locate.describe(restore)).chain(seen -> located(restore, locate.decide(restore, seen)));
    }

    private Uni<DryRunReport> located(Restore restore, Decision decision) {
        if (decision instanceof Decision.Done done) {
            return surroundings(done.learned().apply(restore));
        }
        if (decision instanceof Decision.Await await) {
            Failure notYet = new Failure(FailureCode.SOURCE_UNUSABLE, "Now: " + await.what() + ".");
            return Uni.createFrom().item(problem(restore, notYet));
        }
        return Uni.createFrom().item(problem(restore, ((Decision.Fail) decision).failure()));
    }

    private Uni<DryRunReport> surroundings(Restore restore) {
        Preflight preflight = (Preflight) plan.step(StepName.PREFLIGHT);
        return observe(preflight.surroundings(restore)).map(seen -> report(restore, seen));
    }

    private Uni<Observed> observe(List<Describe> describe) {
        return Describe.all(describe, Observed.nothing(clock.instant(), Optional.empty()), ports);
    }

    private DryRunReport report(Restore restore, Observed seen) {
        Restore informed = Preflight.informed(restore, seen);
        PreflightChecks checks = new PreflightChecks(ports.home(), informed, seen);
        List<String> warnings = Stream.of(
                        checks.passing().stream().map(passing -> DryRunReport.WOULD_WAIT + passing),
                        new SourceWarnings(informed, ports.home()).all().stream(),
                        RenameWarnings.of(informed, seen).stream(),
                        Recovery.of(informed).missed().stream())
                .flatMap(some -> some)
                .toList();
        return report(informed, checks.problems(), warnings);
    }

    private DryRunReport problem(Restore restore, Failure problem) {
        return report(restore, List.of(problem), List.of());
    }

    private DryRunReport report(Restore restore, List<Failure> problems, List<String> warnings) {
        return new DryRunReport(
                restore.id(),
                restore.target(),
                restore.accepted().request().profile(),
                restore.outputs().source().map(from -> source(restore, from)),
                restore.outputs().source().isPresent() ? steps(restore) : List.of(),
                names(restore),
                new PlannedSettings(restore, ports.home()).all(),
                problems,
                warnings,
                restore.settings().objectives(),
                restore.expected(),
                new PlanEstimate(restore, ports.home(), copies(restore)).all());
    }

    private boolean copies(Restore restore) {
        return plan.step(StepName.COPY_SNAPSHOT).skips(restore).isEmpty();
    }

    private static DryRunReport.Source source(Restore restore, RestoreSource found) {
        return new DryRunReport.Source(
                found.arn(), found.snapshot().isPresent(), restore.outputs().dataTime());
    }

    private List<StepPlan> steps(Restore restore) {
        return plan.names().stream().map(name -> step(restore, name)).toList();
    }

    private StepPlan step(Restore restore, StepName name) {
        Optional<String> skipped = plan.step(name).skips(restore);
        return new StepPlan(
                name.label(),
                skipped,
                skipped.isPresent()
                        ? Optional.empty()
                        : restore.accepted().usual().expected(name));
    }

    private static Map<String, String> names(Restore restore) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("staging", restore.names().staging());
        if (restore.outputs().source().flatMap(RestoreSource::moment).isEmpty()) {
            names.put("copy", restore.names().copy());
        }
        for (int number = 1; number <= restore.instanceClasses().size(); number++) {
            names.put("instance " + number, restore.names().instance(number));
        }
        if (restore.replace() != ReplaceMode.REFUSE) {
            names.put("set aside", restore.names().setAside());
        }
        return names;
    }
}
