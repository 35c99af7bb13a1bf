package io.aurorarestore.local.rds;

import java.time.Duration;

/**
 * How the simulated RDS behaves where AWS's own behaviour varies.
 *
 * @param lag for how long a status that has changed is still described as it was; events do not wait for it
 * @param copyEvent whether a finished snapshot copy announces itself (RDS-EVENT-0075), which AWS does not document
 */
public record RdsOptions(Durations durations, Quotas quotas, Duration lag, boolean copyEvent) {

    public static RdsOptions defaults() {
        return new RdsOptions(Durations.defaults(), Quotas.defaults(), Duration.ZERO, false);
    }

    public RdsOptions withDurations(Durations other) {
        return new RdsOptions(other, quotas, lag, copyEvent);
    }

    public RdsOptions withQuotas(Quotas other) {
        return new RdsOptions(durations, other, lag, copyEvent);
    }

    public RdsOptions withLag(Duration other) {
        return new RdsOptions(durations, quotas, other, copyEvent);
    }

    public RdsOptions withCopyEvent(boolean announced) {
        return new RdsOptions(durations, quotas, lag, announced);
    }
}
