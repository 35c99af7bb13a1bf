package io.aurorarestore.restore;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the service is deployed, and so where it restores to.
 *
 * @param region an AWS region, for instance {@code us-east-1}
 * @param account the twelve-digit AWS account id
 * @param databaseVpc the VPC of the function that connects to restored clusters, where it is known
 */
public record Home(String region, String account, Optional<String> databaseVpc) {

    /** The names that a region of the service's partition can have. A test holds them against the SDK's. */
    private static final Pattern REGIONS = Pattern.compile("(us|eu|ap|sa|ca|me|af|il|mx)-\\w+-\\d+");

    public Home(String region, String account) {
        this(region, account, Optional.empty());
    }

    /** Whether a source may be in a region of that name: this one, or one that the partition can have. */
    public boolean mayKnow(String other) {
        return region.equals(other) || REGIONS.matcher(other).matches();
    }

    public String clusterArn(String name) {
        return arn("cluster", name);
    }

    public String instanceArn(String name) {
        return arn("db", name);
    }

    public String snapshotArn(String id) {
        return arn("cluster-snapshot", id);
    }

    private String arn(String type, String name) {
        return "arn:aws:rds:" + region + ":" + account + ":" + type + ":" + name;
    }
}
