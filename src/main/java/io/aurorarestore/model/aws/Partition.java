package io.aurorarestore.model.aws;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The partitions of AWS, which know nothing of each other: a region is in one, and an ARN begins with its name. Names
 * are the AWS SDK's; a test holds them against its {@code PartitionMetadata}.
 */
public enum Partition {
    AWS("aws", "(us|eu|ap|sa|ca|me|af|il|mx)-\\w+-\\d+"),
    GOV_CLOUD("aws-us-gov", "us-gov-\\w+-\\d+"),
    /** Snapshots are not copied between its two regions. */
    CHINA("aws-cn", "cn-\\w+-\\d+"),
    EUROPEAN_SOVEREIGN("aws-eusc", "eusc-(de)-\\w+-\\d+"),
    ISO("aws-iso", "us-iso-\\w+-\\d+"),
    ISO_B("aws-iso-b", "us-isob-\\w+-\\d+"),
    ISO_E("aws-iso-e", "eu-isoe-\\w+-\\d+"),
    ISO_F("aws-iso-f", "us-isof-\\w+-\\d+");

    private final String id;
    private final Pattern regions;

    Partition(String id, String regions) {
        this.id = id;
        this.regions = Pattern.compile(regions);
    }

    /** The partition that a region of that name would be in, if there is one. */
    public static Optional<Partition> of(String region) {
        return Arrays.stream(values()).filter(one -> one.mayHave(region)).findFirst();
    }

    /** As ARNs say it, for instance {@code aws-us-gov}. */
    public String id() {
        return id;
    }

    /** Whether a region of that name would be in it. */
    public boolean mayHave(String region) {
        return regions.matcher(region).matches();
    }

    public boolean copiesBetweenRegions() {
        return this != CHINA;
    }
}
