package io.aurorarestore.local.rds;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The subnet groups and parameter groups of a region: RDS's own defaults, and those that were added. */
public final class Groups {

    /** Where a subnet group is if nothing else is said. */
    public static final String DEFAULT_VPC = "vpc-0a1b2c3d4e5f60718";

    private static final int OLDEST = 13;
    private static final int NEWEST = 18;

    private final RegionState site;

    Groups(RegionState site) {
        this.site = site;
        put(Group.Kind.SUBNET, "default", "");
        IntStream.rangeClosed(OLDEST, NEWEST)
                .mapToObj(major -> "aurora-postgresql" + major)
                .forEach(this::addDefaults);
    }

    private void addDefaults(String family) {
        put(Group.Kind.CLUSTER_PARAMETER, "default." + family, family);
        put(Group.Kind.PARAMETER, "default." + family, family);
    }

    private void put(Group.Kind kind, String name, String family) {
        put(kind, name, family, kind == Group.Kind.SUBNET ? DEFAULT_VPC : "");
    }

    private void put(Group.Kind kind, String name, String family, String vpc) {
        site.directory()
                .add(new Group(
                        kind, name, family, vpc, site.arn(kind.arnKind(), name).toString(), new TreeMap<>()));
    }

    /** Adds a subnet group in a VPC. */
    public void addSubnets(String name, String vpc) {
        site.world().locked(() -> {
            put(Group.Kind.SUBNET, name, "", vpc);
            return null;
        });
    }

    /**
     * Adds a group to refer to.
     *
     * @param family of a parameter group, for instance {@code aurora-postgresql17}; empty for a subnet group
     */
    public void add(Group.Kind kind, String name, String family) {
        site.world().locked(() -> {
            put(kind, name, family);
            return null;
        });
    }

    /** The groups of a kind, or the one of that name. */
    public Page<Group> describe(Group.Kind kind, @Nullable String name, PageRequest page) {
        return site.world()
                .call(
                        operation(kind),
                        () -> name == null
                                ? page.of(site.directory().groups(kind), Group::name)
                                : new Page<>(List.of(required(site, kind, name)), null));
    }

    /** A group that a call refers to. */
    static Group required(RegionState site, Group.Kind kind, String name) {
        return site.directory().findGroup(kind, name).orElseThrow(() -> switch (kind) {
            case SUBNET -> RdsRefusals.noSubnetGroup(name);
            case CLUSTER_PARAMETER -> RdsRefusals.noClusterParameterGroup(name);
            case PARAMETER -> RdsRefusals.noParameterGroup(name);
        });
    }

    /** The VPC of a subnet group. */
    static String vpc(ResourceIndex directory, String subnetGroup) {
        return directory
                .findGroup(Group.Kind.SUBNET, subnetGroup)
                .map(Group::vpc)
                .orElse(DEFAULT_VPC);
    }

    static Optional<Group.Kind> kind(String arnKind) {
        return Arrays.stream(Group.Kind.values())
                .filter(kind -> kind.arnKind().equals(arnKind))
                .findFirst();
    }

    private static String operation(Group.Kind kind) {
        return switch (kind) {
            case SUBNET -> "DescribeDBSubnetGroups";
            case CLUSTER_PARAMETER -> "DescribeDBClusterParameterGroups";
            case PARAMETER -> "DescribeDBParameterGroups";
        };
    }
}
