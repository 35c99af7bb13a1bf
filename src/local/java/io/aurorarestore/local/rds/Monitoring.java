package io.aurorarestore.local.rds;

import java.util.Map;

/** RDS's rules of how clusters and instances are monitored. */
final class Monitoring {

    private static final int ADVANCED = 465;

    private Monitoring() {}

    /** @param members as they would be, by the names of the descriptions */
    static void check(Map<String, String> members) {
        if (number(members, "MonitoringInterval") > 0 && !members.containsKey("MonitoringRoleArn")) {
            throw RdsError.invalidCombination("You must specify a MonitoringRoleArn value if you specify a "
                    + "MonitoringInterval value other than 0.");
        }
        if ("advanced".equals(members.get("DatabaseInsightsMode"))
                && (!"true".equals(members.get("PerformanceInsightsEnabled"))
                        || number(members, "PerformanceInsightsRetentionPeriod") < ADVANCED)) {
            throw RdsError.invalidCombination(
                    "The advanced mode of Database Insights requires Performance Insights with "
                            + "a retention period of at least 465 days.");
        }
    }

    private static int number(Map<String, String> members, String name) {
        return Integer.parseInt(members.getOrDefault(name, "0"));
    }
}
