package io.aurorarestore.adapter.rds;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;

/**
 * The settings of a cluster or an instance that a restored one does not get from it, where they are not what RDS sets by
 * itself. {@code UncarriedSettingsTest} asks for a decision on each member of the SDK's descriptions.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html">DBCluster</a>
 */
final class UncarriedSettings {

    static final List<Setting<DBCluster>> OF_CLUSTERS = List.of(
            new Setting<>("AutoMinorVersionUpgrade", DBCluster::autoMinorVersionUpgrade, "true"),
            new Setting<>("CopyTagsToSnapshot", DBCluster::copyTagsToSnapshot, "true"),
            new Setting<>("DatabaseInsightsMode", DBCluster::databaseInsightsModeAsString, "standard"),
            new Setting<>(
                    "EngineLifecycleSupport", DBCluster::engineLifecycleSupport, "open-source-rds-extended-support"),
            new Setting<>("HttpEndpointEnabled", DBCluster::httpEndpointEnabled, "false"),
            new Setting<>("LocalWriteForwardingStatus", DBCluster::localWriteForwardingStatusAsString, "disabled"),
            new Setting<>("MonitoringInterval", DBCluster::monitoringInterval, "0"),
            new Setting<>("NetworkType", DBCluster::networkType, "IPV4"),
            new Setting<>("PerformanceInsightsEnabled", DBCluster::performanceInsightsEnabled, "false"),
            new Setting<>("StorageType", DBCluster::storageType, "aurora"));

    static final List<Setting<DBInstance>> OF_INSTANCES = List.of(
            new Setting<>("AutoMinorVersionUpgrade", DBInstance::autoMinorVersionUpgrade, "true"),
            new Setting<>("MonitoringInterval", DBInstance::monitoringInterval, "0"),
            new Setting<>("PerformanceInsightsEnabled", DBInstance::performanceInsightsEnabled, "false"),
            new Setting<>("PromotionTier", DBInstance::promotionTier, "1"));

    private UncarriedSettings() {}

    static List<String> of(DBCluster seen) {
        Stream<String> domains = seen.domainMemberships().stream().map(one -> "Domain=" + one.domain());
        return Stream.concat(of(seen, OF_CLUSTERS), domains).toList();
    }

    static List<String> of(DBInstance seen) {
        return of(seen, OF_INSTANCES).toList();
    }

    private static <T> Stream<String> of(T seen, List<Setting<T>> settings) {
        return settings.stream().flatMap(setting -> setting.unusual(seen).stream());
    }

    /**
     * A setting by RDS's name.
     *
     * @param usual what RDS sets where nobody says anything
     */
    record Setting<T>(String name, Function<T, @Nullable Object> value, String usual) {

        /** One that is not shown is not set. */
        private Optional<String> unusual(T seen) {
            return Optional.ofNullable(value.apply(seen))
                    .map(Object::toString)
                    .filter(value -> !value.equals(usual))
                    .map(value -> name + "=" + value);
        }
    }
}
