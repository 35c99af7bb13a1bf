package io.aurorarestore.app.metrics;

import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.Outcome;
import io.aurorarestore.model.restore.Recovery;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.model.restore.StepDuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes the service's metrics as lines of the function's log that CloudWatch makes metrics of. They go to the
 * standard output as they are: the logger's prefix would hide them. No call is made, so nothing can fail. Each
 * combination of a metric's dimensions costs in the hours in which it is written, so there are few of them, and no id.
 */
@ApplicationScoped
public class Metrics {

    private static final Map<Status, String> ENDS = Map.of(
            Status.SUCCEEDED, "Succeeded",
            Status.ROLLED_BACK, "RolledBack",
            Status.CANCELLED, "Cancelled",
            Status.FAILED, "Failed");

    private static final String STEP = "Step";
    private static final String TARGET = "Target";
    private static final String CODE = "Code";

    /** What a step does at once is not worth a metric of its own. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final String environment;
    private final boolean byTarget;
    private final Clock clock;
    private final Consumer<String> out;

    @Inject
    Metrics(ServiceConfig config, Clock clock) {
        this(config.environment(), config.metricsByTarget(), clock, line -> System.out.println(line));
    }

    public Metrics(String environment, Clock clock, Consumer<String> out) {
        this(environment, false, clock, out);
    }

    /** @param byTarget whether durations are counted by target, too */
    public Metrics(String environment, boolean byTarget, Clock clock, Consumer<String> out) {
        this.environment = environment;
        this.byTarget = byTarget;
        this.clock = clock;
        this.out = out;
    }

    /** How a restore ended, with which error, or how long it took. A retirement waits for its day: nobody times it. */
    public void ended(Restore restore) {
        MetricLine line = of(restore).count(prefix(restore) + ENDS.get(restore.status()), 1);
        if (restore.status() == Status.SUCCEEDED && !restore.retires()) {
            line.seconds("Duration", seconds(restore));
        }
        write(byTarget ? line.by(List.of(TARGET)) : line);
        error(restore.outcome()).ifPresent(failure -> write(error(of(restore), "Errors", failure)));
        Recovery recovery = Recovery.of(restore);
        missed(restore, "RtoMissed", recovery.rtoMet());
        if (restore.status() == Status.SUCCEEDED) {
            missed(restore, "RpoMissed", recovery.rpoMet());
        }
    }

    /** What a profile asks for was not reached; a zero says that it was. */
    private void missed(Restore restore, String metric, Optional<Boolean> met) {
        met.ifPresent(
                reached -> write(of(restore).count(metric, reached ? 0 : 1).by(List.of(TARGET))));
    }

    /** How long a step, or the hook before it, took. */
    public void took(Restore restore, StepDuration time) {
        if (time.took().compareTo(AT_ONCE) >= 0) {
            MetricLine line = of(restore)
                    .seconds(
                            time.hook() ? "HookDuration" : "StepDuration",
                            time.took().toSeconds())
                    .notInAll()
                    .by(STEP, time.step().label());
            write(byTarget ? line.by(List.of(TARGET, STEP)) : line);
        }
    }

    private MetricLine of(Restore restore) {
        return of(restore.id()).with(TARGET, restore.target());
    }

    private MetricLine of(RestoreId restore) {
        return line().with("restore", restore.value());
    }

    /** An event of RDS that happened then reaches a restore that it concerns. */
    public void reacted(Instant happened) {
        long late = Duration.between(happened, clock.instant()).toMillis();
        write(line().millis("EventLag", Math.max(0, late)));
    }

    /** A look found what an event should have told. */
    public void lostEvent(RestoreId restore, StepName step) {
        write(of(restore).count("LostEvents", 1).with(STEP, step.label()));
    }

    /** AWS did not do what was asked, and says so by a code of its own. */
    public void awsError(RestoreId restore, String code) {
        write(of(restore).count("AwsErrors", 1).by(CODE, code));
    }

    /** So many rounds of a profile's scripts were begun in one run of the database function. */
    public void databaseRounds(RestoreId restore, int rounds) {
        if (rounds > 0) {
            write(of(restore).count("DatabaseRounds", rounds));
        }
    }

    private static String prefix(Restore restore) {
        return restore.retires() ? "Retirement" : "";
    }

    private long seconds(Restore restore) {
        return Duration.between(restore.accepted().openedAt(), clock.instant()).toSeconds();
    }

    /** What keeps it from being undone comes first: that is what a person has to see to. */
    private static Optional<Failure> error(Outcome outcome) {
        return outcome.trouble().or(outcome::failure);
    }

    /** A request or operation that came as an event was refused. */
    public void refused(Failure failure) {
        write(error(line(), "Refused", failure));
    }

    private static MetricLine error(MetricLine line, String metric, Failure failure) {
        return line.count(metric, 1).by(CODE, failure.code().name());
    }

    /** A message of the inbox is nothing that the service understands. */
    public void unreadable(String messageId) {
        write(line().count("Unreadable", 1).with("message", messageId));
    }

    /** Somebody could not be told of a restore. */
    public void untold(RestoreId restore) {
        write(of(restore).count("Untold", 1));
    }

    /**
     * How many restores the sweep found whose wake-up was lost. Nothing is written of none: a metric costs by the hour in
     * which it is, and Lambda counts the sweep's invocations for nothing.
     */
    public void overdue(int restores) {
        if (restores > 0) {
            write(line().count("Overdue", restores));
        }
    }

    private MetricLine line() {
        return new MetricLine(clock.instant(), environment);
    }

    private void write(MetricLine line) {
        out.accept(line.toString());
    }
}
