package io.aurorarestore.adapter.rds;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;

/**
 * The settings of a cluster or an instance that a restored one does not get from it, where they are not what RDS sets by
 * itself. {@code UncarriedSettingsTest} asks for a decision on each member of the SDK's descriptions.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html">DBCluster</a>
 */
final class UncarriedSettings {

    /** By RDS's name, what RDS sets where nobody says anything. */
    static final Map<String, String> OF_CLUSTERS = new TreeMap<>(Map.of(
            "AutoMinorVersionUpgrade", "true",
            "CopyTagsToSnapshot", "true",
            "DatabaseInsightsMode", "standard",
            "EngineLifecycleSupport", "open-source-rds-extended-support",
            "HttpEndpointEnabled", "false",
            "LocalWriteForwardingStatus", "disabled",
            "MonitoringInterval", "0",
            "NetworkType", "IPV4",
            "PerformanceInsightsEnabled", "false",
            "StorageType", "aurora"));

    static final Map<String, String> OF_INSTANCES = new TreeMap<>(Map.of(
            "AutoMinorVersionUpgrade", "true",
            "MonitoringInterval", "0",
            "PerformanceInsightsEnabled", "false",
            "PromotionTier", "1"));

    private UncarriedSettings() {}

    static List<String> of(DBCluster seen) {
        Stream<String> domains = seen.domainMemberships().stream().map(one -> "Domain=" + one.domain());
        return Stream.concat(of(seen, OF_CLUSTERS), domains).toList();
    }

    static List<String> of(DBInstance seen) {
        return of(seen, OF_INSTANCES).toList();
    }

    /** Those that are not shown are not set. */
    private static Stream<String> of(SdkPojo seen, Map<String, String> plain) {
        Map<String, String> values = new TreeMap<>();
        for (SdkField<?> field : seen.sdkFields()) {
            Object value = field.getValueOrDefault(seen);
            String usual = plain.get(field.memberName());
            if (usual != null && value != null && !usual.equals(value.toString())) {
                values.put(field.memberName(), value.toString());
            }
        }
        return values.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue());
    }
}
