package io.aurorarestore.local.rds;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * How the simulated RDS behaves where AWS's own behaviour varies.
 *
 * @param lag for how long a status that has changed is still described as it was; events do not wait for it
 * @param copyEvent whether a finished snapshot copy announces itself (RDS-EVENT-0075), which AWS does not document
 * @param logLag how old the last moment is that a cluster can be restored to
 * @param lacking what cannot be had with an instance class: storage types, network types, and {@link #DOMAIN}
 */
public record RdsOptions(
        RdsDurations durations,
        Quotas quotas,
        Duration lag,
        boolean copyEvent,
        Duration logLag,
        Map<String, Set<String>> lacking) {

    /** Kerberos. */
    public static final String DOMAIN = "domain";

    private static final Duration LOG_LAG = Duration.ofMinutes(3);

    public static RdsOptions defaults() {
        return new RdsOptions(RdsDurations.defaults(), Quotas.defaults(), Duration.ZERO, false, LOG_LAG, Map.of());
    }

    public RdsOptions withDurations(RdsDurations other) {
        return new RdsOptions(other, quotas, lag, copyEvent, logLag, lacking);
    }

    public RdsOptions withQuotas(Quotas other) {
        return new RdsOptions(durations, other, lag, copyEvent, logLag, lacking);
    }

    public RdsOptions withLag(Duration other) {
        return new RdsOptions(durations, quotas, other, copyEvent, logLag, lacking);
    }

    public RdsOptions withCopyEvent(boolean announced) {
        return new RdsOptions(durations, quotas, lag, announced, logLag, lacking);
    }

    public RdsOptions withLogLag(Duration other) {
        return new RdsOptions(durations, quotas, lag, copyEvent, other, lacking);
    }

    public RdsOptions withLacking(Map<String, Set<String>> others) {
        return new RdsOptions(durations, quotas, lag, copyEvent, logLag, others);
    }

    boolean has(String instanceClass, String what) {
        return !lacking.getOrDefault(instanceClass, Set.of()).contains(what);
    }
}
