package io.aurorarestore.model.aws;

import java.util.Optional;

/**
 * The region and account where the service is deployed, and so where it restores to.
 *
 * @param region an AWS region, for instance {@code us-east-1}
 * @param account the twelve-digit AWS account id
 * @param databaseVpc the VPC of the function that connects to restored clusters, where it is known
 * @param passableRoles the pattern of the IAM roles that the service may give to clusters, where it is known
 */
public record Home(String region, String account, Optional<String> databaseVpc, Optional<String> passableRoles) {

    public Home(String region, String account) {
        this(region, account, Optional.empty(), Optional.empty());
    }

    /** Whether a source may be in a region of that name: this one, or one that the partition can have. */
    public boolean mayKnow(String other) {
        return region.equals(other) || partition().mayHave(other);
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

    /** The one of our region; of a region that nobody knows yet, AWS's first. */
    public Partition partition() {
        return Partition.of(region).orElse(Partition.AWS);
    }

    private String arn(String type, String name) {
        return "arn:" + partition().id() + ":rds:" + region + ":" + account + ":" + type + ":" + name;
    }
}
