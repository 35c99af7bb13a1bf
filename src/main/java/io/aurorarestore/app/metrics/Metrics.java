package io.aurorarestore.app.metrics;

import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.restore.Outcome;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.restore.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes the service's metrics as lines of the function's log that CloudWatch makes metrics of. They go to the
 * standard output as they are: the logger's prefix would hide them. No call is made, so nothing can fail.
 */
@ApplicationScoped
public class Metrics {

    private static final Map<Status, String> ENDS = Map.of(
            Status.SUCCEEDED, "Succeeded",
            Status.ROLLED_BACK, "RolledBack",
            Status.CANCELLED, "Cancelled",
            Status.FAILED, "Failed");

    private final String environment;
    private final Clock clock;
    private final Consumer<String> out;

    @Inject
    Metrics(ServiceConfig config, Clock clock) {
        this(config.environment(), clock, line -> System.out.println(line));
    }

    public Metrics(String environment, Clock clock, Consumer<String> out) {
        this.environment = environment;
        this.clock = clock;
        this.out = out;
    }

    /** How a restore ended, with which error, or how long it took. A retirement waits for its day: nobody times it. */
    public void ended(Restore restore) {
        MetricLine line = line().count(prefix(restore) + ENDS.get(restore.status()), 1)
                .with("restore", restore.id().value())
                .with("target", restore.target());
        if (restore.status() == Status.SUCCEEDED && !restore.retires()) {
            line.seconds("Duration", seconds(restore));
        }
        write(line);
        error(restore.outcome()).ifPresent(failure -> error("Errors", failure));
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
        error("Refused", failure);
    }

    private void error(String metric, Failure failure) {
        write(line().count(metric, 1).by("Code", failure.code().name()));
    }

    /** A message of the inbox is nothing that the service understands. */
    public void unreadable(String messageId) {
        write(line().count("Unreadable", 1).with("message", messageId));
    }

    /** Somebody could not be told of a restore. */
    public void untold(RestoreId restore) {
        write(line().count("Untold", 1).with("restore", restore.value()));
    }

    /** How many restores the sweep found whose wake-up was lost; a zero says that it looked. */
    public void overdue(int restores) {
        write(line().count("Overdue", restores));
    }

    private MetricLine line() {
        return new MetricLine(clock.instant(), environment);
    }

    private void write(MetricLine line) {
        out.accept(line.toString());
    }
}
