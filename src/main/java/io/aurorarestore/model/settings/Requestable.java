package io.aurorarestore.model.settings;

import java.util.List;
import java.util.Set;

/** Decides which of the settings of {@link ClusterSettings} a request may say. The rest is its profile's to decide. */
public final class Requestable {

    /** Where no profile says which: nothing of networks, keys, secrets and roles, nothing of who gets in. */
    public static final List<String> BY_DEFAULT = List.of(
            "instanceClass",
            "readers",
            "serverlessV2",
            "engineVersion",
            "retirement",
            "finalSnapshot",
            "tags",
            "archive");

    /** No profile can permit them: a request could take another cluster's secret, or another's rights. */
    private static final Set<String> SECRETS_AND_ROLES = Set.of("masterSecret", "roles");

    /**
     * No profile can permit them either, but earlier versions let it: a stored profile that names them is read, and they
     * have no effect there.
     */
    private static final Set<String> KEYS_AND_NETWORK =
            Set.of("kmsKeyId", "subnetGroup", "securityGroups", "publiclyAccessible");

    /** What a profile can permit besides. */
    private static final Set<String> IF_PERMITTED = Set.of(
            "certificate",
            "port",
            "clusterParameterGroup",
            "instanceParameterGroup",
            "caCertificate",
            "logExports",
            "iamAuthentication",
            "deletionProtection",
            "backupRetentionDays",
            "backupWindow",
            "maintenanceWindow");

    private Requestable() {}

    /** Whether a profile that is stored may name it: what it may permit, and what it may no longer. */
    public static boolean canBeNamed(String setting) {
        return canBePermitted(setting) || KEYS_AND_NETWORK.contains(setting);
    }

    /** Whether a profile may permit it. */
    public static boolean canBePermitted(String setting) {
        return BY_DEFAULT.contains(setting)
                || IF_PERMITTED.contains(setting)
                || Attribute.ofSetting(setting).filter(Attribute::isRequestable).isPresent();
    }

    /** Whether it is a setting that only a profile may say. */
    public static boolean isNever(String setting) {
        return SECRETS_AND_ROLES.contains(setting)
                || KEYS_AND_NETWORK.contains(setting)
                || Attribute.ofSetting(setting)
                        .filter(one -> !one.isRequestable())
                        .isPresent();
    }

    /** What a request says although it may not, sorted. */
    public static List<String> refused(ClusterSettings said, List<String> permitted) {
        return said.said().keySet().stream()
                .filter(name -> isNever(name) || !permitted.contains(name))
                .toList();
    }
}
