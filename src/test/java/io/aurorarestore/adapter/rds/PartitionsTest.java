package io.aurorarestore.adapter.rds;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.aws.Home;
import io.aurorarestore.model.aws.Partition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** What we know of partitions is what the SDK knows. */
class PartitionsTest {

    @Test
    void every_region_of_the_sdk_is_in_the_partition_that_the_sdk_says() {
        assertThat(Region.regions())
                .filteredOn(region -> !region.isGlobalRegion())
                .allSatisfy(region -> assertThat(Partition.of(region.id()))
                        .map(Partition::id)
                        .contains(PartitionMetadata.of(region).id()));
    }

    @ParameterizedTest
    @EnumSource(Partition.class)
    void a_partition_is_one_of_the_sdk(Partition partition) {
        assertThat(PartitionMetadata.of(partition.id()).id()).isEqualTo(partition.id());
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, arn:aws:rds:us-east-1:123456789012:cluster:orders",
        "us-gov-west-1, arn:aws-us-gov:rds:us-gov-west-1:123456789012:cluster:orders",
        "cn-north-1, arn:aws-cn:rds:cn-north-1:123456789012:cluster:orders",
        "eusc-de-east-1, arn:aws-eusc:rds:eusc-de-east-1:123456789012:cluster:orders",
    })
    void an_arn_of_ours_is_of_the_partition_of_our_region(String region, String arn) {
        assertThat(new Home(region, "123456789012").clusterArn("orders")).isEqualTo(arn);
    }
}
