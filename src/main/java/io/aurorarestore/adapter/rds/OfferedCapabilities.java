package io.aurorarestore.adapter.rds;

import io.aurorarestore.model.aws.Capability;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.AvailabilityZone;
import software.amazon.awssdk.services.rds.model.OrderableDBInstanceOption;

/**
 * Reads what an instance class can from the options that RDS lists of it, one for each storage type. What no option
 * speaks of is not known.
 */
record OfferedCapabilities(List<OrderableDBInstanceOption> options) {

    /** Those of the wanted ones that are known, each under a prefix. */
    Map<String, Boolean> of(Set<String> wanted, String prefix) {
        return wanted.stream()
                .filter(one -> can(one).isPresent())
                .collect(Collectors.toMap(one -> prefix + one, one -> can(one).orElseThrow()));
    }

    private Optional<Boolean> can(String wanted) {
        if (wanted.startsWith(Capability.ZONE)) {
            return listed(
                    wanted.substring(Capability.ZONE.length()),
                    option -> option.availabilityZones().stream().map(AvailabilityZone::name));
        }
        if (wanted.startsWith(Capability.STORAGE)) {
            return listed(
                    wanted.substring(Capability.STORAGE.length()), option -> Stream.ofNullable(option.storageType()));
        }
        if (wanted.startsWith(Capability.NETWORK)) {
            return listed(
                    wanted.substring(Capability.NETWORK.length()), option -> option.supportedNetworkTypes().stream());
        }
        return switch (wanted) {
            case Capability.PERFORMANCE_INSIGHTS -> flag(OrderableDBInstanceOption::supportsPerformanceInsights);
            case Capability.ENHANCED_MONITORING -> flag(OrderableDBInstanceOption::supportsEnhancedMonitoring);
            case Capability.KERBEROS -> flag(OrderableDBInstanceOption::supportsKerberosAuthentication);
            case Capability.DATA_API -> flag(OrderableDBInstanceOption::supportsHttpEndpoint);
            default -> Optional.empty();
        };
    }

    private Optional<Boolean> listed(String name, Function<OrderableDBInstanceOption, Stream<String>> names) {
        List<String> all = options.stream().flatMap(names).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.contains(name));
    }

    private Optional<Boolean> flag(Function<OrderableDBInstanceOption, @Nullable Boolean> flag) {
        List<Boolean> all = options.stream().map(flag).filter(Objects::nonNull).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.contains(true));
    }
}
