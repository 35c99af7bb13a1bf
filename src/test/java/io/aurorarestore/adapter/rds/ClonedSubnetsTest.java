package io.aurorarestore.adapter.rds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.Subnet;

/** Into which subnets RDS makes a clone. */
class ClonedSubnetsTest {

    private final DBSubnetGroup source = group("vpc-1", "us-east-1a", "us-east-1b");

    @Test
    void into_any_of_the_same_vpc() {
        assertThat(RdsTargetDependencies.takesClones(source, group("vpc-1", "us-east-1c", "us-east-1d")))
                .isTrue();
    }

    @Test
    void and_into_those_of_another_vpc_where_they_are_in_the_same_zones() {
        assertThat(RdsTargetDependencies.takesClones(source, group("vpc-2", "us-east-1b", "us-east-1a")))
                .isTrue();
        assertThat(RdsTargetDependencies.takesClones(source, group("vpc-2", "us-east-1a", "us-east-1c")))
                .isFalse();
    }

    private static DBSubnetGroup group(String vpc, String... zones) {
        return DBSubnetGroup.builder()
                .vpcId(vpc)
                .subnets(Stream.of(zones)
                        .map(zone -> Subnet.builder()
                                .subnetAvailabilityZone(in -> in.name(zone))
                                .build())
                        .toList())
                .build();
    }
}
