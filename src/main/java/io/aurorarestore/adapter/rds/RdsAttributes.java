package io.aurorarestore.adapter.rds;

import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.Attributes;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DomainMembership;
import software.amazon.awssdk.services.rds.model.LocalWriteForwardingStatus;
import software.amazon.awssdk.services.rds.model.MasterUserSecret;

/**
 * Reads the attributes of a cluster or an instance from what RDS shows, and gives them to a request under the name that
 * RDS has for them there. {@code CarriedMembersTest} asks for a decision on each member that RDS shows.
 */
final class RdsAttributes {

    /** The members of a request that makes a cluster, by snapshot or by point in time. */
    static final Map<Attribute, String> OF_RESTORE = Map.of(
            Attribute.STORAGE_TYPE, "StorageType",
            Attribute.NETWORK_TYPE, "NetworkType",
            Attribute.ENGINE_LIFECYCLE_SUPPORT, "EngineLifecycleSupport",
            Attribute.DOMAIN, "Domain",
            Attribute.DOMAIN_ROLE, "DomainIAMRoleName",
            Attribute.COPY_TAGS_TO_SNAPSHOT, "CopyTagsToSnapshot");

    /** The members of a request that changes a cluster. */
    static final Map<Attribute, String> OF_CHANGE = Map.of(
            Attribute.DATABASE_INSIGHTS, "DatabaseInsightsMode",
            Attribute.PERFORMANCE_INSIGHTS, "EnablePerformanceInsights",
            Attribute.PERFORMANCE_INSIGHTS_DAYS, "PerformanceInsightsRetentionPeriod",
            Attribute.PERFORMANCE_INSIGHTS_KEY, "PerformanceInsightsKMSKeyId",
            Attribute.MONITORING_INTERVAL, "MonitoringInterval",
            Attribute.MONITORING_ROLE, "MonitoringRoleArn",
            Attribute.LOCAL_WRITE_FORWARDING, "EnableLocalWriteForwarding");

    /** The members of a request that makes an instance. */
    static final Map<Attribute, String> OF_INSTANCE = Map.of(
            Attribute.PROMOTION_TIERS, "PromotionTier",
            Attribute.AVAILABILITY_ZONES, "AvailabilityZone",
            Attribute.AUTO_MINOR_VERSION_UPGRADE, "AutoMinorVersionUpgrade",
            Attribute.PERFORMANCE_INSIGHTS, "EnablePerformanceInsights",
            Attribute.PERFORMANCE_INSIGHTS_DAYS, "PerformanceInsightsRetentionPeriod",
            Attribute.PERFORMANCE_INSIGHTS_KEY, "PerformanceInsightsKMSKeyId",
            Attribute.MONITORING_INTERVAL, "MonitoringInterval",
            Attribute.MONITORING_ROLE, "MonitoringRoleArn");

    private static final Map<Attribute, Function<DBCluster, @Nullable Object>> CLUSTER = new EnumMap<>(Map.ofEntries(
            Map.entry(Attribute.STORAGE_TYPE, DBCluster::storageType),
            Map.entry(Attribute.NETWORK_TYPE, DBCluster::networkType),
            Map.entry(Attribute.ENGINE_LIFECYCLE_SUPPORT, DBCluster::engineLifecycleSupport),
            Map.entry(Attribute.DOMAIN, seen -> domain(seen, DomainMembership::domain)),
            Map.entry(Attribute.DOMAIN_ROLE, seen -> domain(seen, DomainMembership::iamRoleName)),
            Map.entry(Attribute.COPY_TAGS_TO_SNAPSHOT, DBCluster::copyTagsToSnapshot),
            Map.entry(Attribute.DATA_API, DBCluster::httpEndpointEnabled),
            Map.entry(Attribute.DATABASE_INSIGHTS, DBCluster::databaseInsightsModeAsString),
            Map.entry(Attribute.LOCAL_WRITE_FORWARDING, RdsAttributes::forwards),
            Map.entry(Attribute.PERFORMANCE_INSIGHTS, DBCluster::performanceInsightsEnabled),
            Map.entry(Attribute.PERFORMANCE_INSIGHTS_DAYS, DBCluster::performanceInsightsRetentionPeriod),
            Map.entry(Attribute.PERFORMANCE_INSIGHTS_KEY, DBCluster::performanceInsightsKMSKeyId),
            Map.entry(Attribute.MONITORING_INTERVAL, DBCluster::monitoringInterval),
            Map.entry(Attribute.MONITORING_ROLE, DBCluster::monitoringRoleArn),
            Map.entry(Attribute.MASTER_SECRET_KEY, RdsAttributes::secretKey)));

    private static final Map<Attribute, Function<DBInstance, @Nullable Object>> INSTANCE = new EnumMap<>(Map.of(
            Attribute.PROMOTION_TIERS, DBInstance::promotionTier,
            Attribute.AVAILABILITY_ZONES, DBInstance::availabilityZone,
            Attribute.AUTO_MINOR_VERSION_UPGRADE, DBInstance::autoMinorVersionUpgrade,
            Attribute.PERFORMANCE_INSIGHTS, DBInstance::performanceInsightsEnabled,
            Attribute.PERFORMANCE_INSIGHTS_DAYS, DBInstance::performanceInsightsRetentionPeriod,
            Attribute.PERFORMANCE_INSIGHTS_KEY, DBInstance::performanceInsightsKMSKeyId,
            Attribute.MONITORING_INTERVAL, DBInstance::monitoringInterval,
            Attribute.MONITORING_ROLE, DBInstance::monitoringRoleArn));

    private RdsAttributes() {}

    static Attributes of(DBCluster seen) {
        return read(seen, CLUSTER);
    }

    static Attributes of(DBInstance seen) {
        return read(seen, INSTANCE);
    }

    private static <T> Attributes read(T seen, Map<Attribute, Function<T, @Nullable Object>> shown) {
        Attributes read = Attributes.NONE;
        for (var one : shown.entrySet()) {
            read = read.with(one.getKey(), one.getValue().apply(seen));
        }
        return read;
    }

    private static @Nullable String domain(DBCluster seen, Function<DomainMembership, String> part) {
        return seen.domainMemberships().stream().findFirst().map(part).orElse(null);
    }

    /** Still or soon. */
    private static @Nullable Boolean forwards(DBCluster seen) {
        LocalWriteForwardingStatus status = seen.localWriteForwardingStatus();
        return status == null
                ? null
                : status == LocalWriteForwardingStatus.ENABLED
                        || status == LocalWriteForwardingStatus.ENABLING
                        || status == LocalWriteForwardingStatus.REQUESTED;
    }

    private static @Nullable String secretKey(DBCluster seen) {
        MasterUserSecret secret = seen.masterUserSecret();
        return secret == null ? null : secret.kmsKeyId();
    }

    /** The request, a builder, with those of the attributes that it has a member for. */
    static <B extends SdkPojo> B give(B request, Map<Attribute, String> members, Attributes said) {
        Map<String, SdkField<?>> fields =
                request.sdkFields().stream().collect(Collectors.toMap(SdkField::memberName, Function.identity()));
        members.forEach((attribute, member) -> said.text(attribute).ifPresent(value -> {
            SdkField<?> field = Objects.requireNonNull(fields.get(member), member);
            field.set(request, typed(field, value));
        }));
        return request;
    }

    private static Object typed(SdkField<?> field, String value) {
        if (field.marshallingType() == MarshallingType.INTEGER) {
            return Integer.valueOf(value);
        }
        return field.marshallingType() == MarshallingType.BOOLEAN ? Boolean.valueOf(value) : value;
    }
}
