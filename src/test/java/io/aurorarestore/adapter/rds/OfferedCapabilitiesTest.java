package io.aurorarestore.adapter.rds;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.aws.Capability;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.AvailabilityZone;
import software.amazon.awssdk.services.rds.model.OrderableDBInstanceOption;

class OfferedCapabilitiesTest {

    private static final OrderableDBInstanceOption LISTED = OrderableDBInstanceOption.builder()
            .availabilityZones(AvailabilityZone.builder().name("us-east-1a").build())
            .storageType("aurora")
            .supportsPerformanceInsights(false)
            .supportsEnhancedMonitoring(true)
            .build();

    @Test
    void what_an_option_speaks_of_is_known_and_the_rest_is_not() {
        Set<String> wanted = Set.of(
                Capability.ZONE + "us-east-1a",
                Capability.ZONE + "us-east-1b",
                Capability.STORAGE + "aurora",
                Capability.STORAGE + "aurora-iopt1",
                Capability.NETWORK + "DUAL",
                Capability.PERFORMANCE_INSIGHTS,
                Capability.ENHANCED_MONITORING,
                Capability.KERBEROS,
                Capability.DATA_API);

        assertThat(new OfferedCapabilities(List.of(LISTED)).of(wanted, "class/x/"))
                .isEqualTo(Map.of(
                        "class/x/availability zone us-east-1a", true,
                        "class/x/availability zone us-east-1b", false,
                        "class/x/storage type aurora", true,
                        "class/x/storage type aurora-iopt1", false,
                        "class/x/Performance Insights", false,
                        "class/x/Enhanced Monitoring", true));
    }
}
