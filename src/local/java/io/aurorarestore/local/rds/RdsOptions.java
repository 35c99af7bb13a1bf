package io.aurorarestore.local.rds;

import java.time.Duration;

/**
 * How the simulated RDS behaves where AWS's own behaviour varies.
 *
 * @param lag for how long a status that has changed is still described as it was; events do not wait for it
 * @param copyEvent whether a finished snapshot copy announces itself (RDS-EVENT-0075), which AWS does not document
 * @param logLag how old the last moment is that a cluster can be restored to
 */
public record RdsOptions(Durations durations, Quotas quotas, Duration lag, boolean copyEvent, Duration logLag) {

    private static final Duration LOG_LAG = Duration.ofMinutes(3);

    public static RdsOptions defaults() {
        return new RdsOptions(Durations.defaults(), Quotas.defaults(), Duration.ZERO, false, LOG_LAG);
    }

    public RdsOptions withDurations(Durations other) {
        return new RdsOptions(other, quotas, lag, copyEvent, logLag);
    }

    public RdsOptions withQuotas(Quotas other) {
        return new RdsOptions(durations, other, lag, copyEvent, logLag);
    }

    public RdsOptions withLag(Duration other) {
        return new RdsOptions(durations, quotas, other, copyEvent, logLag);
    }

    public RdsOptions withCopyEvent(boolean announced) {
        return new RdsOptions(durations, quotas, lag, announced, logLag);
    }

    public RdsOptions withLogLag(Duration other) {
        return new RdsOptions(durations, quotas, lag, copyEvent, other);
    }
}
