package io.aurorarestore.local.services;

import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** The account of everything in the local AWS. */
public final class Aws {

    public static final String ACCOUNT = "123456789012";

    private Aws() {}

    /** For instance {@code aws-us-gov}, by the region. */
    public static String partition(String region) {
        return PartitionMetadata.of(Region.of(region)).id();
    }

    /** {@code arn:aws:SERVICE:REGION:123456789012:RESOURCE}, in the partition of the region. */
    public static String arn(String service, String region, String resource) {
        return String.join(":", "arn", partition(region), service, region, ACCOUNT, resource);
    }
}
