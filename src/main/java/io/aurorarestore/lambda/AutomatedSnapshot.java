package io.aurorarestore.lambda;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A new automated snapshot, parsed from its ARN alone: RDS names it {@code rds:CLUSTER-yyyy-MM-dd-HH-mm}.
 *
 * @param eventId of the event that tells of it
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-restore-snapshot.html">Snapshots</a>
 */
record AutomatedSnapshot(String arn, String region, String account, String cluster, String eventId) {

    private static final Pattern ARN = Pattern.compile("arn:[\\w-]{1,20}:rds:([a-z0-9-]{1,30}):(\\d{12})"
            + ":cluster-snapshot:rds:([A-Za-z0-9-]{1,63})-\\d{4}(?:-\\d{2}){4}");

    static Optional<AutomatedSnapshot> of(String arn, String eventId) {
        Matcher parts = ARN.matcher(arn);
        return parts.matches()
                ? Optional.of(new AutomatedSnapshot(arn, parts.group(1), parts.group(2), parts.group(3), eventId))
                : Optional.empty();
    }
}
