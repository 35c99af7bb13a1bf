package io.aurorarestore.local.services;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** The account of everything in the local AWS. */
public final class Aws {

    public static final String ACCOUNT = "123456789012";

    /** Where the service is deployed. */
    public static final String HOME = System.getProperty("local.region", "us-east-1");

    /** By region: the SDK finds one by trying patterns, and every ARN asks. */
    private static final Map<String, String> PARTITIONS = new ConcurrentHashMap<>();

    private Aws() {}

    /** For instance {@code aws-us-gov}, by the region; of what has none, as a global database, that of the account. */
    public static String partition(String region) {
        return PARTITIONS.computeIfAbsent(
                region.isBlank() ? HOME : region,
                name -> PartitionMetadata.of(Region.of(name)).id());
    }

    /** {@code arn:aws:SERVICE:REGION:123456789012:RESOURCE}, in the partition of the region. */
    public static String arn(String service, String region, String resource) {
        return String.join(":", "arn", partition(region), service, region, ACCOUNT, resource);
    }
}
